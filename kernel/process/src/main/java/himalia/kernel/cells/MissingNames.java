package himalia.kernel.cells;

import himalia.javac.Problem;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the class of a cell lacks that may be declared later.
 *
 * @param text the class
 * @param types the names of those that the cell declares, also in parts that come later
 */
record MissingNames(CellClassText text, Set<String> types) {
    private static final Pattern NAME =
            Pattern.compile("[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

    /** What the compiler takes the outer type of one for that is not there. */
    private static final Pattern PACKAGE = Pattern.compile("package (\\w+)[\\w.]* does not exist");

    /** Returns what it is: a name that stands alone may be declared later; a member that a type lacks will not be. */
    Optional<String> in(Problem error) {
        if (error.code().equals("compiler.err.doesnt.exist")) {
            var outer = PACKAGE.matcher(error.message());
            return outer.find() && types.contains(outer.group(1))
                    ? Optional.of("class " + outer.group(1))
                    : Optional.empty();
        }
        if (!error.code().startsWith(ErrorAttribution.UNRESOLVED)
                || !NAME.matcher(text.between(error.start(), error.end()).strip()).matches()) {
            return Optional.empty();
        }
        return ErrorWords.symbol(error.message())
                .map(symbol -> Cells.asWritten(symbol).replace("java.lang.", ""))
                // Who waits for nothing that can be named would wait for ever.
                .filter(name -> !name.isBlank());
    }
}
