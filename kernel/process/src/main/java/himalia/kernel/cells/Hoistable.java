package himalia.kernel.cells;

import java.util.HashSet;
import java.util.List;

/** Whether variables may be local ones until the class of their cell is attributed. */
final class Hoistable {
    private Hoistable() {}

    /** Returns whether nothing but what is run names them, and none takes the place of one that there is. */
    static boolean all(List<Part.Variable> variables, CellPlan plan, Names names) {
        var named = new HashSet<String>();
        plan.anew().forEach(entry -> named.addAll(entry.words()));
        for (var part : plan.parts()) {
            if (part instanceof Part.Method method) {
                named.addAll(Entry.wordsOf(method.source()));
            } else if (part instanceof Part.Type type) {
                named.addAll(Entry.wordsOf(type.source()));
            }
        }
        return variables.stream()
                .allMatch(
                        variable ->
                                variable.from() >= 0
                                        && variable.trait() == Entry.Trait.NONE
                                        && names.find(variable.key()).isEmpty()
                                        && !named.contains(variable.name()));
    }
}
