"""Makes the two fonts of this folder from the static Noto fonts of the npm packages
@expo-google-fonts/noto-sans-sc and @expo-google-fonts/noto-serif-sc (0.4.3); needs fontTools.

    python3 build.py NotoSansSC_400Regular.ttf NotoSerifSC_700Bold.ttf
"""
import sys
from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Of CJK extension A, the characters of the table of general standard characters (通用规范汉字表): they occur in names.
EXT_A = ("㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟"
         "䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮㐂")
SYMBOLS = [(0x20, 0x17F), (0x1CD, 0x1DC), (0x1F8, 0x1F9), (0x391, 0x3C9), (0x401, 0x451), (0x2000, 0x206F), (0x2070, 0x209F),
           (0x20A0, 0x20BF), (0x2100, 0x218F), (0x2190, 0x22FF), (0x2460, 0x24FF), (0x2500, 0x26FF), (0x2700, 0x27BF),
           (0x3000, 0x312F), (0x3200, 0x33FF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)]


def level1():
    """The 3,755 commonest characters: the first level of GB 2312."""
    out = set()
    for a in range(0xB0, 0xD8):
        for b in range(0xA1, 0xFF):
            try:
                out.add(ord(bytes([a, b]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return out


def boxes(font):
    """The fonts lack ☐ ☑ ☒, which every checklist of an office needs."""
    size, stroke, x0, y0 = 720, 62, 140, -20

    def rect(pen, x, y, w, h, hole=False):
        p = [(x, y), (x, y + h), (x + w, y + h), (x + w, y)]
        p = p[::-1] if hole else p
        pen.moveTo(p[0])
        for q in p[1:]:
            pen.lineTo(q)
        pen.closePath()

    def poly(pen, points):
        pen.moveTo(points[0])
        for q in points[1:]:
            pen.lineTo(q)
        pen.closePath()

    for code, name in ((0x2610, "ballotbox"), (0x2611, "ballotboxcheck"), (0x2612, "ballotboxx")):
        pen = TTGlyphPen(None)
        rect(pen, x0, y0, size, size)
        rect(pen, x0 + stroke, y0 + stroke, size - 2 * stroke, size - 2 * stroke, hole=True)
        if code == 0x2611:
            poly(pen, [(255, 350), (315, 410), (445, 275), (690, 575), (752, 522), (450, 155)])
        if code == 0x2612:
            poly(pen, [(285, 110), (230, 165), (715, 570), (770, 515)])
            poly(pen, [(230, 515), (285, 570), (770, 165), (715, 110)])
        glyph = pen.glyph()
        font["glyf"][name] = glyph
        font["hmtx"][name] = (1000, x0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name


def build(source, target, wanted):
    font = TTFont(source)
    have = set(font.getBestCmap())
    if 0x2610 not in have:
        for tag in ("vmtx", "vhea", "VORG", "GSUB", "GPOS", "GDEF", "BASE"):
            if tag in font:
                del font[tag]
        boxes(font)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.legacy_cmap = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "STAT", "gasp", "prep"]
    options.notdef_outline = True
    sub = subset.Subsetter(options)
    sub.populate(unicodes=wanted)
    sub.subset(font)
    # One map of all characters in the one form that the program reads.
    whole = CmapSubtable.newSubtable(12)
    whole.platformID, whole.platEncID, whole.format, whole.reserved, whole.length, whole.language = 3, 10, 12, 0, 0, 0
    whole.cmap = font.getBestCmap()
    font["cmap"].tables = [whole]
    font.recalcTimestamp = False
    font.save(target)
    print(target, len(font.getGlyphOrder()))


symbols = {c for a, b in SYMBOLS for c in range(a, b + 1)}
full = symbols | set(range(0x4E00, 0xA000)) | {ord(c) for c in EXT_A} | set(range(0x20000, 0x33000)) | set(range(0xF900, 0xFB00))
build(sys.argv[1], "NotoSansSC-Regular.ttf", full)
build(sys.argv[2], "NotoSerifSC-Bold.ttf", symbols | level1())
