// The open document: filled in, scrolled to its place, closed.
"use strict";
