package himalia.kernel.java;

/** Colours that are readable on light and on dark ground. */
final class Ansi {
    private Ansi() {}

    static String red(String text) {
        return "\u001b[1;31m" + text + "\u001b[0m";
    }

    static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }

    static String cyan(String text) {
        return "\u001b[36m" + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }

    static String without(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
