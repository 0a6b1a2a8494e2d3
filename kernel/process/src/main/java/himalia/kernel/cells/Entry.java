package himalia.kernel.cells;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A name that cells may use.
 *
 * @param kind what it names
 * @param name the simple name
 * @param parameters of a method, the types of its parameters
 * @param owner the full name of the class that holds it
 * @param type of a variable, its static type
 * @param source of a method or type, its text
 * @param words the names that its text mentions
 * @param site where its text stands
 */
public record Entry(
        Kind kind,
        String name,
        String parameters,
        String owner,
        String type,
        String source,
        Set<String> words,
        Site site) {
    /** What a name can be. */
    public enum Kind {
        VARIABLE,
        METHOD,
        TYPE
    }

    /** Returns what tells it from all others: its kind, its name and its parameters. */
    public String key() {
        return key(kind, name, parameters);
    }

    static String key(Kind kind, String name, String parameters) {
        return kind + " " + name + "(" + parameters + ")";
    }

    boolean mentions(Set<String> names) {
        return words.stream().anyMatch(names::contains);
    }

    /** Returns the names that a text mentions, of dotted ones the first. */
    public static Set<String> wordsOf(String source) {
        return firstOf(Words.of(source));
    }

    static Set<String> firstOf(List<Words.Word> all) {
        var words = new HashSet<String>();
        for (var word : all) {
            if (!word.afterDot()) {
                int dot = word.text().indexOf('.');
                words.add(dot < 0 ? word.text() : word.text().substring(0, dot));
            }
        }
        return words;
    }
}
