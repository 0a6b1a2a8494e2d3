package himalia.kernel.cells;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the compiler says, in as few words as say it. */
final class ErrorWords {
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s*(.*)");

    /** The class that holds what a cell declares, which nobody wrote. */
    private static final Pattern OWN =
            Pattern.compile(" in class " + Cells.PACKAGE + "\\." + Cells.NAME + "(?![\\w.$])");

    private ErrorWords() {}

    /** Returns the symbol that it misses, such as {@code method g(int)}; nothing where it misses none. */
    static Optional<String> symbol(String message) {
        var symbol = SYMBOL.matcher(message);
        return symbol.find() ? Optional.of(symbol.group(1).strip()) : Optional.empty();
    }

    /** Returns its first line, with the symbol that is missing; types are at length on the others. */
    static String onOneLine(String message) {
        var written = Named.inWords(Cells.asWritten(OWN.matcher(message).replaceAll("")));
        var first = written.strip().replaceFirst(";?\\s*\\R(?s:.*)", "");
        return symbol(written)
                .map(symbol -> first + ": " + symbol)
                .orElse(first)
                .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }
}
