package himalia.kernel.cells;

import com.sun.source.tree.VariableTree;
import himalia.javac.Problem;
import himalia.javac.Source;
import himalia.javac.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One stretch of a cell on its way to a class. Tried until nothing is in it that does not compile and may be left out: what
 * an earlier cell declared and this one breaks, and what this one declares and cannot be used yet.
 */
final class SegmentCompiler {
    /** Far more than a cell takes; an attempt that leaves nothing out would never end. */
    private static final int MOST_ATTEMPTS = 1_000;

    private final CompilerState state;
    private final CellPlan plan;
    private final CellSource cell;
    private final ImportLines imports;
    private final boolean wanted;
    private final List<CellWriter.Ending> endings;

    /** Whether variables without a written type may be local ones until the class is attributed. */
    private boolean hoists;

    private final ErrorSettler settler;
    private Compilation compilation = new Compilation.Done(List.of());
    private Optional<Named> named = Optional.empty();

    /**
     * @param earlier what the stretches before this one import
     * @param wanted whether the value of the last expression is wanted
     */
    SegmentCompiler(
            CompilerState state,
            CellPlan plan,
            CellSource cell,
            List<String> earlier,
            boolean wanted) {
        this.state = state;
        this.plan = plan;
        this.hoists = state.javac().hoists();
        this.cell = cell;
        this.imports = new ImportLines(state, plan, cell.code(), earlier);
        this.wanted = wanted;
        this.endings = new ArrayList<>(Endings.of(plan.parts(), wanted));
        this.settler = new ErrorSettler(state.names(), plan, endings);
    }

    /** Returns whether it failed because it is too much for one class. */
    boolean tooLarge() {
        return settler.tooLarge();
    }

    /** Returns the part before which it must be cut, because it declares a method anew; 0 where it need not. */
    int again() {
        return settler.again();
    }

    /** Returns the cell with names for its anonymous classes, where only that can make a class of it. */
    Optional<Named> named() {
        return named;
    }

    /** A name for a class that has none, as the compiler would make it. */
    private String unused(int count) {
        return Named.PREFIX + cell.className().replaceAll("\\D", "") + "0" + count;
    }

    /** Returns what became of it. */
    Compilation compilation() {
        return compilation;
    }

    /** Returns the keys of what was tried again and lacks something still; where there are any, nothing else is known. */
    Set<String> stillLacking() {
        return settler.stillLacking();
    }

    void run() {
        // Each time less is left to try: a declaration, a body, an ending.
        for (int left = MOST_ATTEMPTS; left > 0; left--) {
            var found = attempt();
            if (found.isPresent()) {
                compilation = found.get();
                return;
            }
        }
        throw new IllegalStateException("a cell was tried " + MOST_ATTEMPTS + " times in vain");
    }

    /** Returns what became of it, nothing where something was left out and it is worth another attempt. */
    private Optional<Compilation> attempt() {
        var inferred = inferred();
        boolean hoisting =
                !inferred.isEmpty() && hoists && Hoistable.all(inferred, plan, state.names());
        if (!inferred.isEmpty() && !hoisting) {
            var writer = new CellWriter(cell, plan);
            writer.writeForTypes(imports.forTypes());
            var types = new HashMap<String, String>();
            var verdict = with(writer, source -> infer(writer, source, types));
            if (verdict.isPresent() || types.isEmpty()) {
                return verdict;
            }
            plan.types(types);
        } else {
            plan.types(Map.of());
        }
        if (state.around().elsewhere(Set.of(), plan.changing())) {
            return Optional.of(new Compilation.Elsewhere("JShell holds what it changes"));
        }
        return hoisting ? attemptHoisting(inferred) : attemptAsWritten();
    }

    private Optional<Compilation> attemptAsWritten() {
        var writer = new CellWriter(cell, plan);
        writer.write(imports.lines(), endings.get(0));
        return with(writer, source -> compile(writer, source));
    }

    private Optional<Compilation> attemptHoisting(List<Part.Variable> inferred) {
        var names = new HashSet<String>();
        inferred.forEach(variable -> names.add(variable.name()));
        var writer = new CellWriter(cell, plan);
        writer.writeHoisting(names, imports.lines(), endings.get(0));
        try {
            return with(writer, source -> hoist(writer, source, names));
        } catch (IllegalStateException | LinkageError broken) {
            // A compiler that is another one inside than those we know.
            return withoutHoisting();
        }
    }

    /** What the last line seemed not to be may have been for the variables, which were local ones. */
    private Optional<Compilation> withoutHoisting() {
        hoists = false;
        endings.clear();
        endings.addAll(Endings.of(plan.parts(), wanted));
        return Optional.empty();
    }

    /** Compiles a class with variables that are local ones; nothing where fields would mean something else. */
    private Optional<Compilation> hoist(CellWriter writer, Source source, Set<String> names) {
        boolean fine = source.analyze();
        if (!fine
                && endings.size() > 1
                && new ErrorAttribution(source.errors(), writer.text(), plan).anyOfLast()) {
            endings.remove(0);
            return Optional.empty();
        }
        var types = fine ? Hoistable.wholeTypes(source, names) : Map.<String, String>of();
        if (types.size() < names.size() || Hoistable.anyResource(source, names)) {
            return withoutHoisting();
        }
        plan.types(types);
        source.hoist(ClassOfCell.type(source), ClassOfCell.run(source), names);
        return compileAnalyzed(writer, source);
    }

    /** Returns the variables without a written type. */
    private List<Part.Variable> inferred() {
        return plan.parts().stream()
                .filter(Part.Variable.class::isInstance)
                .map(Part.Variable.class::cast)
                .filter(variable -> variable.type().isEmpty())
                .toList();
    }

    private <T> T with(CellWriter writer, Work<T> work) {
        var text = writer.text().source();
        var files = state.names().classes().filesFor(text);
        var grant = plan.sight().grant(writer.text());
        return state.javac().with(cell.className(), text, files, grant, work);
    }

    /** Finds the types of the variables declared with {@code var}; none where there is an error. */
    private Optional<Compilation> infer(
            CellWriter writer, Source source, Map<String, String> types) {
        source.analyze();
        var errors = errors(writer, source);
        // What is wrong elsewhere is told when all is compiled; here only types are read.
        if (errors.stream().anyMatch(error -> source.bodyAround(error.start()).isPresent())) {
            return settler.settle(writer, source, errors, false);
        }
        for (var statement : ClassOfCell.run(source).getBody().getStatements()) {
            if (statement instanceof VariableTree variable) {
                var type = source.typeOf(variable);
                if (type.isEmpty() && !errors.isEmpty()) {
                    types.clear();
                    return settler.settle(writer, source, errors, false);
                }
                if (type.isEmpty()) {
                    var anonymous = source.anonymousIn(variable);
                    named = Named.of(cell, writer.text(), anonymous, this::unused);
                    type = named.isPresent() ? type : source.typeAbove(variable);
                }
                if (type.isEmpty()) {
                    types.clear();
                    return Optional.of(
                            new Compilation.Elsewhere("a variable of a type without a name"));
                }
                var name = variable.getName().toString();
                types.put(name, type.get());
                if (!source.isWholeType(variable)) {
                    plan.types().saysLess(name);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the errors of a source that is read for types: not that members miss a variable which has none yet. */
    private List<Problem> errors(CellWriter writer, Source source) {
        var inferred = new HashSet<String>();
        inferred().forEach(variable -> inferred.add(variable.name()));
        return source.errors().stream()
                .filter(
                        error ->
                                source.bodyAround(error.start(), CellWriter.RUN).isEmpty()
                                        && (source.bodyAround(error.start()).isPresent()
                                                || !inferred.contains(
                                                        writer.text()
                                                                .between(
                                                                        error.start(),
                                                                        error.end()))))
                .toList();
    }

    private Optional<Compilation> compile(CellWriter writer, Source source) {
        if (!source.analyze()) {
            return settler.settle(writer, source, source.errors(), true);
        }
        return compileAnalyzed(writer, source);
    }

    private Optional<Compilation> compileAnalyzed(CellWriter writer, Source source) {
        var usage = new Usage(state.names(), plan, cell, writer, source);
        var wrong = usage.wrong();
        if (!wrong.isEmpty()) {
            return Optional.of(new Compilation.Wrong(wrong));
        }
        if (plan.leave(usage.uses())) {
            return Optional.empty();
        }
        var ending = endings.get(0);
        var type = ClassOfCell.typeOfLast(source);
        if (ending == CellWriter.Ending.RUN && endings.size() > 1 && !type.equals("void")) {
            endings.remove(0);
            return Optional.empty();
        }
        boolean returned = ending != CellWriter.Ending.RUN;
        if (returned) {
            ClassOfCell.checkLast(source);
        }
        var linked = plan.sight().linked(writer.text(), Map.copyOf(source.generate()));
        if (linked.isEmpty()) {
            return Optional.empty();
        }
        var files = linked.get();
        // What is too large for a class file is found when it is written.
        if (!source.errors().isEmpty()) {
            return settler.settle(writer, source, source.errors(), true);
        }
        if (plan.findCalledOtherwise(files.get(cell.className()))) {
            return Optional.empty();
        }
        return Optional.of(
                new Compilation.Done(
                        List.of(compiled(writer, files, returned ? type : "", usage))));
    }

    private CompiledCell compiled(
            CellWriter writer, Map<String, byte[]> files, String type, Usage usage) {
        var notes = plan.notes();
        return new CompiledCell(
                cell.className(),
                files,
                type,
                writer.text().lines(),
                new CompiledCell.Changes(
                        writer.entries(),
                        notes.gone(),
                        writer.waiting(notes.waiting()),
                        plan.lacking(),
                        CompiledCell.Imported.in(plan.parts()),
                        usage.uses()),
                notes.resets(),
                notes.words(usage.stateful()),
                usage.surprises(),
                writer.steps());
    }
}
