package ent

//go:generate go tool ent generate --feature intercept,sql/lock,sql/upsert,sql/execquery,sql/modifier ./schema
