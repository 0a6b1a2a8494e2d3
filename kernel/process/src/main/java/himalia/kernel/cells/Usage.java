package himalia.kernel.cells;

import com.sun.source.tree.Tree;
import himalia.javac.Mention;
import himalia.javac.Problem;
import himalia.javac.Source;
import himalia.javac.Surprise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which member of a cell's class mentions which, as the compiler understood them, and what is wrong with it. */
final class Usage {
    private static final String USED_BEFORE = "himalia.err.used.before";
    private static final String OF_OBJECT = "himalia.err.of.object";
    private static final String FIXED = "compiler.err.cant.assign.val.to.var";

    private final DeclarationRegistry names;
    private final CellPlan plan;
    private final CellClassText text;

    /** The variables of the cell by their keys: which part each is. */
    private final Map<String, Integer> variables = new HashMap<>();

    /** What the keys lead to that were asked for. */
    private final Map<String, Set<String>> reaches = new HashMap<>();

    /** The last part among the variables that they lead to. */
    private final Map<String, Integer> latest = new HashMap<>();

    private final Map<Tree, String> keys = new IdentityHashMap<>();
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Set<String> stateful = new HashSet<>();
    private final List<Mention> run = new ArrayList<>();
    private final List<Mention> all = new ArrayList<>();
    private final Set<Surprise> surprises;

    Usage(
            DeclarationRegistry names,
            CellPlan plan,
            CellSource cell,
            CellWriter writer,
            Source source) {
        this.names = names;
        this.plan = plan;
        this.text = writer.text();
        this.surprises =
                Surprise.mayBeIn(cell.code()) ? source.surprises(text::isWritten) : Set.of();
        for (int i = 0; i < plan.parts().size(); i++) {
            if (plan.parts().get(i) instanceof Part.Variable variable) {
                variables.put(variable.key(), i);
            }
        }
        var members = ClassOfCell.members(source);
        var order = writer.members().iterator();
        for (var member : members) {
            if (order.hasNext()) {
                keys.put(member, order.next());
            }
        }
        var mentions = source.mentions(members, Cells.PACKAGE);
        var anew = plan.anew().stream().map(Entry::key).collect(Collectors.toSet());
        for (var member : members) {
            var found = mentions.getOrDefault(member, List.of());
            all.addAll(found);
            var key = keys.get(member);
            if (key == null) {
                run.addAll(found);
                continue;
            }
            var used = new HashSet<String>();
            found.forEach(mention -> note(mention, used));
            used.remove(key);
            uses.put(key, used);
            if (anew.contains(key) && StaticState.isIn(member)) {
                stateful.add(key);
            }
        }
    }

    private void note(Mention mention, Set<String> used) {
        var key = keys.get(mention.declaration());
        if (key != null) {
            used.add(key);
        }
    }

    /** Returns what each member mentions of the others, by keys. */
    Map<String, Set<String>> uses() {
        return uses;
    }

    /** Returns the keys of what is compiled anew, types and methods with types inside, whose static fields hold more than constants. */
    Set<String> stateful() {
        return stateful;
    }

    /** Returns what in the cell runs and surprises. */
    Set<Surprise> surprises() {
        return surprises;
    }

    /** Returns what the compiler accepts in a class and a cell must not have. */
    List<Problem> wrong() {
        var wrong = new ArrayList<Problem>();
        var told = new HashSet<String>();
        for (var part : plan.parts()) {
            if (part instanceof Part.Method method && MethodsOfObject.has(method.name())) {
                wrong.add(hidden(method));
            }
        }
        for (var mention : run) {
            int offset = text.offset(mention.start());
            var key = keys.get(mention.declaration());
            if (text.isWritten(mention.start()) && key != null) {
                usedBefore(key, offset)
                        .filter(told::add)
                        .ifPresent(
                                late ->
                                        wrong.add(
                                                new Problem(
                                                        USED_BEFORE,
                                                        late.equals(mention.name())
                                                                ? late
                                                                        + " is used before it is declared"
                                                                : mention.name()
                                                                        + " uses "
                                                                        + late
                                                                        + ", which is declared only below",
                                                        offset,
                                                        offset + mention.name().length())));
            }
        }
        for (var mention : all) {
            int offset = text.offset(mention.start());
            if (mention.assigned() && text.isWritten(mention.start()) && isFixed(mention)) {
                wrong.add(
                        new Problem(
                                FIXED,
                                "cannot assign a value to final variable " + mention.name(),
                                offset,
                                offset + mention.name().length()));
            }
        }
        return wrong;
    }

    /** In a later cell the one of Object would be meant. */
    private static Problem hidden(Part.Method method) {
        var head = Token.of(method.source().substring(0, method.body()));
        int at =
                head.stream()
                        .filter(token -> token.is(method.name()))
                        .mapToInt(token -> method.start() + token.start())
                        .findFirst()
                        .orElse(method.start());
        return new Problem(
                OF_OBJECT,
                "a method of a cell cannot be called %s: every class has one of that name from Object, which later cells would mean; call it otherwise"
                        .formatted(method.name()),
                at,
                at + method.name().length());
    }

    /** Returns a variable that what stands at an offset needs, and that is declared only behind it. */
    private Optional<String> usedBefore(String key, int offset) {
        int here = Part.indexAt(plan.parts(), offset);
        if (latest.computeIfAbsent(key, this::latest) <= here) {
            return Optional.empty();
        }
        return reached(key).stream()
                .filter(each -> variables.getOrDefault(each, here) > here)
                .map(variables::get)
                .sorted()
                .map(index -> (Part.Variable) plan.parts().get(index))
                .filter(variable -> plan.reused(variable).isEmpty())
                .map(Part.Variable::name)
                .findFirst();
    }

    private int latest(String key) {
        int latest = -1;
        for (var reached : reached(key)) {
            latest = Math.max(latest, variables.getOrDefault(reached, -1));
        }
        return latest;
    }

    private Set<String> reached(String key) {
        return reaches.computeIfAbsent(key, each -> MentionClosure.of(each, uses));
    }

    private boolean isFixed(Mention mention) {
        var key = keys.get(mention.declaration());
        if (key != null) {
            return variables.containsKey(key)
                    && ((Part.Variable) plan.parts().get(variables.get(key))).fixed();
        }
        return names.named(mention.name()).stream()
                .anyMatch(
                        entry ->
                                entry.kind() == Entry.Kind.VARIABLE
                                        && entry.trait() == Entry.Trait.FIXED
                                        && entry.owner().equals(mention.owner()));
    }
}
