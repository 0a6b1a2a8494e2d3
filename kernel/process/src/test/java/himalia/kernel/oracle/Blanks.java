package himalia.kernel.oracle;

/** Blanks what no two runs have in common: hashes, and the classes that hold a cell. */
final class Blanks {
    private Blanks() {}

    static String out(String text) {
        return text.replaceAll("@[0-9a-f]{3,8}\\b", "@#")
                .replaceAll("REPL[./]\\$(JShell\\$\\d+[A-Z]*|Cell\\d+)[$.]?", "")
                .replaceAll("\\$?\\$Lambda[$/\\w]*", "LAMBDA")
                .replaceAll("(\\$?\\$JShell\\$anonymous\\$\\$\\d+(around)?)+", "ANONYMOUS")
                .replaceAll("(?<![\\w$])\\$?\\d+@#", "ANONYMOUS@#")
                .replaceAll("Thread\\[[^\\]]*\\]", "Thread")
                .replaceAll("\r\n", "\n");
    }
}
