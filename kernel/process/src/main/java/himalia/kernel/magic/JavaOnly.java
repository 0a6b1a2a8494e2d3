package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.magics.spi.MagicDescription;

/**
 * Refuses magics and commands of the shell in the code that a magic takes: it is run as Java, many times.
 *
 * @param known the magics that there are, and what names mean in the session
 * @param cell the whole cell
 */
record JavaOnly(KnownNames known, String cell) {
    void check(MagicDescription taker, String code, int line) throws MagicSyntaxException {
        var lines = code.split("\n", -1);
        var bare = Cutter.bare(code).split("\n", -1);
        boolean begins = true;
        for (int i = 0; i < Math.min(lines.length, bare.length); i++) {
            var text = bare[i].strip();
            if (begins && text.startsWith("%%")) {
                throw new MagicSyntaxException(
                        "%%%1$s measures Java, and '%2$s' is none: leave one of %%%%%1$s and %2$s out, or put %2$s first"
                                .formatted(taker.name(), lines[i].strip()),
                        line + i);
            }
            if (begins && isForeign(lines[i].strip(), text)) {
                throw new MagicSyntaxException(
                        "%%%s measures Java, and '%s' is none; %%time %2$s measures it once"
                                .formatted(taker.name(), lines[i].strip()),
                        line + i);
            }
            begins = text.isEmpty() ? begins : ";{}".indexOf(text.charAt(text.length() - 1)) >= 0;
        }
    }

    private boolean isForeign(String written, String bare) {
        if (bare.startsWith("!")) {
            return new ShellLine(written.substring(1).strip(), known, "").isCommandIn(cell);
        }
        int end = CellRewriter.endOfName(bare, 1);
        return bare.startsWith("%") && known.magics().ofLine(bare.substring(1, end)).isPresent();
    }
}
