package himalia.kernel.oracle;

import java.util.LinkedHashSet;
import java.util.Set;

/** Something that a generated program declares, and what it looks like now. */
final class Thing {
    /** What it is. */
    enum Kind {
        METHOD,
        CLASS,
        INTERFACE,
        RECORD,
        ENUM,
        GENERIC,
        SEALED,
        VARIABLE
    }

    private final Kind kind;
    private final String name;
    private final int rank;
    private final Set<Thing> mentions = new LinkedHashSet<>();
    private boolean declared;

    /** What a method returns or a variable holds. */
    String type = "int";

    /** Whether it has one member more than at first. */
    boolean more;

    Thing(Kind kind, String name, int rank) {
        this.kind = kind;
        this.name = name;
        this.rank = rank;
    }

    Kind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    /** Returns its place: only what has a lower one is named in its body, so that no call comes back. */
    int rank() {
        return rank;
    }

    boolean declared() {
        return declared;
    }

    /** Notes that it was declared, with all that it names. */
    void declared(Set<Thing> named) {
        declared = true;
        mentions.clear();
        mentions.addAll(named);
    }

    /** Notes that it is gone. */
    void forget() {
        declared = false;
    }

    /** Returns what it is now. */
    State state() {
        return new State(this, declared, Set.copyOf(mentions), type, more);
    }

    /** What a thing was at a time. */
    record State(Thing thing, boolean declared, Set<Thing> mentions, String type, boolean more) {
        void restore() {
            thing.declared = declared;
            thing.mentions.clear();
            thing.mentions.addAll(mentions);
            thing.type = type;
            thing.more = more;
        }
    }

    /** Returns whether it can be used: it is declared, and so is all that it names. */
    boolean usable() {
        return declared && mentions.stream().allMatch(Thing::usable);
    }
}
