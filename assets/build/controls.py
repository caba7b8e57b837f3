"""Write the arrows that the stylesheet needs as files, once for each theme: python assets/build/controls.py

QSS takes pictures from files only, and cannot colour them.
"""

from pathlib import Path

from genplay.ui.tokens import DARK, HIGH_CONTRAST, LIGHT

OUT = Path(__file__).resolve().parents[1] / "icons" / "controls"
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" fill="none" stroke="{}" stroke-width="1.2" '
HEAD += 'stroke-linecap="round" stroke-linejoin="round">'
UP, DOWN, RIGHT = "M2.2 6.4 5 3.6l2.8 2.8", "M2.2 3.6 5 6.4l2.8-2.8", "M3.6 2.2 6.4 5 3.6 7.8"
CHECK = "M1.8 5.2 4 7.4l4.2-4.8"
SHAPES = {"up": UP, "down": DOWN, "right": RIGHT, "check": CHECK, "up-off": UP, "down-off": DOWN}

for name, tokens in {"light": LIGHT, "dark": DARK, "contrast": HIGH_CONTRAST}.items():
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    off = tokens.text3 if name == "contrast" else tokens.line
    for shape, path in SHAPES.items():
        colour = off if shape.endswith("-off") else tokens.accent if shape == "check" else tokens.control
        (folder / f"{shape}.svg").write_text(HEAD.format(colour) + f'<path d="{path}"/></svg>\n')
