"""Avatars: faces drawn here from specifications, so that the true result of every edit exists.

``spec`` says what a face is and what it becomes when one attribute is edited, ``render`` draws it,
``captions`` puts it into words, ``cache`` keeps as many as a training wants in one file, and ``examples``
come with genplay. ``definition`` and ``shapes`` are the drawings: ToonHead by Johan Melin, with parts of our
own (see NOTICE).
"""
