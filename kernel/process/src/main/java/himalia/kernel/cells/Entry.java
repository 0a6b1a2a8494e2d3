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
 * @param beside the names of the types that its cell declares: it sees what is private in them
 * @param site where its text stands
 * @param trait what else is to be known of it
 */
public record Entry(
        Kind kind,
        String name,
        String parameters,
        String owner,
        String type,
        String source,
        Set<String> words,
        Set<String> beside,
        Site site,
        Trait trait) {
    /** What a name can be. */
    public enum Kind {
        VARIABLE,
        METHOD,
        TYPE
    }

    /** What sets a declaration apart from most. */
    public enum Trait {
        NONE,
        /** A variable that is final. */
        FIXED,
        /** A variable that is volatile. */
        SHARED,
        /** A type that must not be public. */
        CLOSED
    }

    /** The JDK's own takes every component, and twenty milliseconds of the first cell to be made. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the same in another class. */
    Entry movedTo(String newOwner, String newType) {
        var named = kind == Kind.VARIABLE ? wordsOfType(newType) : words;
        return new Entry(
                kind, name, parameters, newOwner, newType, source, named, beside, site, trait);
    }

    /** Returns what tells it from all others: its kind, its name and its parameters. */
    public String key() {
        return key(kind, name, parameters);
    }

    /** Returns whether it is a variable that may be given another value of just this type. */
    public boolean takes(String valueType) {
        return kind == Kind.VARIABLE && trait != Trait.FIXED && type.equals(valueType);
    }

    /** Returns whether a key is that of a method. */
    static boolean isMethod(String key) {
        return key.startsWith(Kind.METHOD + " ");
    }

    /** Returns whether a key is that of a type. */
    static boolean isType(String key) {
        return key.startsWith(Kind.TYPE + " ");
    }

    /** Returns whether a key is of a variable. */
    static boolean isVariable(String key) {
        return key.startsWith(Kind.VARIABLE + " ");
    }

    /** Returns the name in a key. */
    static String nameIn(String key) {
        return key.substring(key.indexOf(' ') + 1, key.indexOf('('));
    }

    /** Returns the key of a variable. */
    public static String variableKey(String name) {
        return key(Kind.VARIABLE, name, "");
    }

    static String key(Kind kind, String name, String parameters) {
        return kind + " " + name + "(" + parameters + ")";
    }

    boolean mentions(Set<String> names) {
        return words.stream().anyMatch(names::contains);
    }

    /** Returns the names that a method mentions before its body. */
    Set<String> headWords() {
        var tokens = Token.of(source);
        int depth = 0;
        boolean named = false;
        for (int i = 1; i < tokens.size(); i++) {
            var token = tokens.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            named |= tokens.get(i - 1).is(name) && token.is("(");
            if (named && depth == 0 && token.is("{")) {
                return wordsOf(source.substring(0, token.start()));
            }
        }
        return words;
    }

    /** Returns the names that a text mentions, of dotted ones the first. */
    public static Set<String> wordsOf(String source) {
        return firstOf(SourceNames.of(source));
    }

    /** Returns the names that a type mentions: of one that cells declared its own, of others the first. */
    static Set<String> wordsOfType(String type) {
        var words = new HashSet<String>();
        for (var word : SourceNames.of(type)) {
            var parts = word.text().split("\\.");
            boolean ofCell = parts.length > 2 && parts[0].equals(Cells.PACKAGE);
            words.add(ofCell ? parts[2] : parts[0]);
        }
        return words;
    }

    static Set<String> firstOf(List<SourceNames.Word> all) {
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
