package himalia.kernel.magic;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What names mean where a cell is read.
 *
 * @param magics those that cells may use
 * @param declared whether a name means something in the session: {@code !name} is Java then, no shell command
 * @param variable whether it is a variable: SQL may name that as a table
 * @param takes whether it is a variable that may be given another value of a type
 */
record KnownNames(
        Magics magics,
        Predicate<String> declared,
        Predicate<String> variable,
        BiPredicate<String, String> takes) {}
