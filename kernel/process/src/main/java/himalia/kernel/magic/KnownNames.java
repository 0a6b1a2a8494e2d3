package himalia.kernel.magic;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What names mean where a cell is read.
 *
 * @param magics those that cells may use
 * @param declared whether a name means something in the session
 * @param denied whether Java may have a name alone behind {@code !}, which is no shell command then: a variable that is true or false
 * @param variable whether it is a variable: SQL may name that as a table
 * @param takes whether it is a variable that may be given another value of a type
 */
record KnownNames(
        Magics magics,
        Predicate<String> declared,
        Predicate<String> denied,
        Predicate<String> variable,
        BiPredicate<String, String> takes) {}
