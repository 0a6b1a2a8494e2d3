package himalia.kernel.cells;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Of which types the variables of a cell are: as they are written, or as the compiler found them. */
final class VariableTypes {
    private final DeclarationRegistry names;
    private final Map<String, String> found = new HashMap<>();

    /** Variables whose types no declaration can say whole. */
    private final Set<String> less = new HashSet<>();

    VariableTypes(DeclarationRegistry names) {
        this.names = names;
    }

    /** Notes what the compiler found, by names. */
    void found(Map<String, String> types) {
        found.putAll(types);
    }

    /** Notes that the type of a variable is less than that of its value. */
    void saysLess(String variable) {
        less.add(variable);
    }

    /** Returns whether the type of a variable is written as less than that of its value. */
    boolean isLess(Part.Variable variable) {
        return less.contains(variable.name());
    }

    /** Returns the type of a variable; empty where it is not known yet. */
    String of(Part.Variable variable) {
        return variable.type().orElseGet(() -> found.getOrDefault(variable.name(), ""));
    }

    /** Returns whether it is of the type of an earlier one. One that is final or volatile is another than one that is not. */
    boolean isAs(Part.Variable variable, Entry old) {
        return variable.trait() == old.trait() && TypeNames.same(names, old.type(), of(variable));
    }
}
