/** Told ("lost") of every answer, or closed websocket, that shows the session is gone. */
export const sessionLost = new EventTarget();

/** True from the viewer's own sign-out to the next sign-in: nobody is to come back to where this person was. */
export const session = { leaving: false };
