package himalia.javac;

import java.util.List;

/**
 * The type in which a name was looked for.
 *
 * @param type its simple name
 * @param record whether it is a record
 * @param members what it has, inherited ones included, each name of a kind once; its own first
 * @param makers what makes an object of it, as it is called: {@code Table.create}, {@code new ArrayList<>}
 */
public record Receiver(String type, boolean record, List<Member> members, List<String> makers) {
    /** What a member is. */
    public enum Kind {
        METHOD,
        FIELD,
        CONSTANT,
        TYPE
    }

    /**
     * What a type has.
     *
     * @param name its name
     * @param kind what it is
     * @param hidden whether it is private
     * @param own whether the type itself declares it, and in its text
     */
    public record Member(String name, Kind kind, boolean hidden, boolean own) {
        /** Returns how it is named where it is used. */
        public String written() {
            return kind == Kind.METHOD ? name + "()" : name;
        }
    }
}
