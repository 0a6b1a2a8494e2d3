package himalia.install.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Terminal text as HTML: colours and weights become spans, a carriage return overwrites its line. */
final class AnsiHtml {
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\u001B\\[([0-9;]*)([A-Za-z])|\u001B\\][^\u0007\u001B]*(?:\u0007|\u001B\\\\)");

    /** To the end of the line, or all of it. */
    private static final Pattern ERASE = Pattern.compile("\u001B\\[[02]?K");

    private boolean bold;
    private boolean italic;
    private boolean underline;
    private boolean faint;
    private boolean reversed;
    private String ink = "";
    private String ground = "";

    private AnsiHtml() {}

    static String html(String text) {
        return new AnsiHtml().convert(overwritten(text));
    }

    /** What is left on the screen after the text went over its own lines. */
    private static String overwritten(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        var lines = new ArrayList<String>();
        for (var line : text.replace("\r\n", "\n").split("\n", -1)) {
            var shown = "";
            for (var part : line.split("\r", -1)) {
                shown = ERASE.matcher(part).find() ? part : part + after(shown, width(part));
            }
            lines.add(shown);
        }
        return String.join("\n", lines);
    }

    /** How many letters of a text are seen: colours take no room. */
    private static int width(String text) {
        return ESCAPE.matcher(text).replaceAll("").length();
    }

    /** What stands to the right of the first letters of a line, with its colours. */
    private static String after(String line, int letters) {
        if (width(line) <= letters) {
            return "";
        }
        var escapes = ESCAPE.matcher(line);
        var colours = new StringBuilder();
        int at = 0;
        int left = letters;
        while (escapes.find() && escapes.start() - at <= left) {
            left -= escapes.start() - at;
            at = escapes.end();
            colours.append(escapes.group());
        }
        return colours + line.substring(at + left);
    }

    private String convert(String text) {
        var out = new StringBuilder();
        var escapes = ESCAPE.matcher(text);
        int done = 0;
        while (escapes.find()) {
            append(out, text.substring(done, escapes.start()));
            if ("m".equals(escapes.group(2))) {
                change(codes(escapes.group(1)));
            }
            done = escapes.end();
        }
        append(out, text.substring(done));
        return out.toString();
    }

    private void append(StringBuilder out, String text) {
        if (text.isEmpty()) {
            return;
        }
        var classes = new ArrayList<String>();
        var style = new StringBuilder();
        if (bold) {
            classes.add("b");
        }
        if (italic) {
            classes.add("i");
        }
        if (underline) {
            classes.add("u");
        }
        if (faint) {
            classes.add("faint");
        }
        if (reversed && ink.isEmpty() && ground.isEmpty()) {
            classes.add("reversed");
        }
        colour(reversed ? ground : ink, "ink", "color", classes, style);
        colour(reversed ? ink : ground, "ground", "background", classes, style);
        if (classes.isEmpty() && style.length() == 0) {
            out.append(EscapedHtml.escape(text));
            return;
        }
        out.append("<span");
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(String.join(" ", classes)).append('"');
        }
        if (style.length() > 0) {
            out.append(" style=\"").append(style).append('"');
        }
        out.append('>').append(EscapedHtml.escape(text)).append("</span>");
    }

    /** The sixteen named colours follow the page's theme, all others are as the text says. */
    private static void colour(
            String colour,
            String name,
            String property,
            List<String> classes,
            StringBuilder style) {
        if (colour.startsWith("#")) {
            style.append(property).append(':').append(colour).append(';');
        } else if (!colour.isEmpty()) {
            classes.add(name + colour);
        }
    }

    private void change(List<Integer> codes) {
        for (int i = 0; i < codes.size(); i++) {
            int code = codes.get(i);
            if (code == 38 || code == 48) {
                var colour = extended(codes, i);
                i += codes.size() > i + 1 && codes.get(i + 1) == 2 ? 4 : 2;
                if (code == 38) {
                    ink = colour;
                } else {
                    ground = colour;
                }
            } else {
                simple(code);
            }
        }
    }

    private void simple(int code) {
        switch (code) {
            case 0 -> {
                bold = false;
                italic = false;
                underline = false;
                faint = false;
                reversed = false;
                ink = "";
                ground = "";
            }
            case 1 -> bold = true;
            case 2 -> faint = true;
            case 3 -> italic = true;
            case 4 -> underline = true;
            case 7 -> reversed = true;
            case 22 -> {
                bold = false;
                faint = false;
            }
            case 23 -> italic = false;
            case 24 -> underline = false;
            case 27 -> reversed = false;
            case 39 -> ink = "";
            case 49 -> ground = "";
            default -> {
                if (code >= 30 && code <= 37) {
                    ink = String.valueOf(code - 30);
                } else if (code >= 90 && code <= 97) {
                    ink = String.valueOf(code - 82);
                } else if (code >= 40 && code <= 47) {
                    ground = String.valueOf(code - 40);
                } else if (code >= 100 && code <= 107) {
                    ground = String.valueOf(code - 92);
                }
            }
        }
    }

    private static String extended(List<Integer> codes, int at) {
        if (codes.size() > at + 4 && codes.get(at + 1) == 2) {
            return hex(codes.get(at + 2), codes.get(at + 3), codes.get(at + 4));
        }
        if (codes.size() <= at + 2 || codes.get(at + 1) != 5) {
            return "";
        }
        int index = codes.get(at + 2) & 255;
        if (index < 16) {
            return String.valueOf(index);
        }
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return hex(grey, grey, grey);
        }
        int cube = index - 16;
        return hex(step(cube / 36), step(cube / 6 % 6), step(cube % 6));
    }

    private static int step(int level) {
        return level == 0 ? 0 : 55 + 40 * level;
    }

    private static String hex(int red, int green, int blue) {
        return String.format("#%02x%02x%02x", red & 255, green & 255, blue & 255);
    }

    private static List<Integer> codes(String text) {
        var codes = new ArrayList<Integer>();
        for (var part : text.split(";", -1)) {
            codes.add(
                    part.isEmpty()
                            ? 0
                            : Integer.parseInt(part.substring(0, Math.min(4, part.length()))));
        }
        return codes;
    }
}
