package himalia.kernel.cells;

import java.util.regex.Pattern;

/**
 * A method, type or variable that names what is not declared, or not so as it needs it; it is compiled once it can be.
 *
 * @param entry what it will be
 * @param until what it waits for, in words
 * @param error what the compiler says of it, empty where that is that names are missing
 */
public record Waiting(Entry entry, String until, String error) {
    /** What stands before the names that are missing. */
    static final String LACKS = "until this is declared: ";

    /** What parts them: there are commas in methods, too. */
    static final Pattern NEXT = Pattern.compile(", (?=(?:class|variable|method) )");

    /** One that lacks names, as {@code method g(int)} or {@code variable x}. */
    public static Waiting lacking(Entry entry, String names) {
        return new Waiting(entry, LACKS + names, "");
    }

    /** One that did compile, until {@code cause} changed. */
    static Waiting broken(Entry entry, String cause, String error) {
        return new Waiting(entry, "until " + cause + " fits it again", error);
    }

    /** Says of a declaration that it does not compile any more, because {@code cause} changed. */
    public static String gone(Entry entry, String cause) {
        return gone(entry, entry.name(), cause);
    }

    /** Says so with another name for it. */
    static String gone(Entry entry, String name, String cause) {
        return name
                + " is gone: it does not compile any more, because "
                + cause
                + " changed"
                + (entry.kind() == Entry.Kind.VARIABLE
                        ? ""
                        : "; it comes back once " + cause + " fits it again");
    }

    /** Says the same of a variable, which comes back as a new one. */
    static String goneVariable(Entry entry, String cause) {
        return gone(entry, cause) + "; it comes back as null or 0 once " + cause + " fits it again";
    }

    /** Says of a type that some of its methods do not compile any more, because {@code cause} changed. */
    static String partlyGone(Entry type, String cause) {
        return "methods of "
                + type.name()
                + " cannot be used, which do not compile any more because "
                + cause
                + " changed; they come back once "
                + cause
                + " fits them again";
    }

    /** Says of a declaration, which waits for what is declared by now, that it does not compile all the same. */
    static String unfit(String text) {
        return text.replaceFirst(
                " " + LACKS + "(.*)",
                ": it does not compile with $1 as declared now. Run the cell that declares it again, which says why");
    }

    /** Returns whether it could be used before. */
    boolean wasThere() {
        return !error.isEmpty();
    }

    /** Says so to a person. */
    public String text() {
        return entry.name() + " cannot be used " + until + orAnew(entry.name(), error);
    }

    /** Says, where there is an error of the compiler's, that to declare it anew is another way, and what the error is. */
    static String orAnew(String name, String error) {
        return error.isEmpty()
                ? ""
                : ", or until "
                        + name
                        + " is declared anew"
                        + inBrackets("it stopped compiling with: " + error);
    }

    /** Returns what the compiler says behind what we say; nothing where it says nothing. */
    static String inBrackets(String error) {
        return error.isEmpty() ? "" : " (" + error + ")";
    }
}
