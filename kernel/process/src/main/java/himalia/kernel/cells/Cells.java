package himalia.kernel.cells;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.VariableTree;
import himalia.javac.Javac;
import himalia.javac.Source;
import himalia.javac.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles cells, each as one class, and remembers what they declared. */
public final class Cells {
    /** The package of the classes; JShell's are in it too, so that all see each other's members. */
    public static final String PACKAGE = "REPL";

    /** How the simple name of such a class begins. */
    public static final String PREFIX = "$Cell";

    /** What such a simple name looks like, as a regular expression. */
    public static final String NAME = "\\$Cell\\d+";

    /** Methods that give nothing, as most that are called at the end of a cell for their effect. */
    private static final Set<String> GIVE_NOTHING =
            Set.of("println", "print", "printf", "display", "forEach", "run", "close", "accept");

    private final Javac javac;
    private final Names names = new Names();
    private final UserImports imports = new UserImports();
    private int serial;

    /** Makes a compiler without a class path; {@code options} are options of javac. */
    public Cells(List<String> options) {
        this.javac = new Javac(PACKAGE, options);
    }

    /** Makes one that knows nothing of {@code before}, whose classes keep their names to themselves. */
    public Cells(List<String> options, Cells before) {
        this(options);
        serial = before.serial;
    }

    /** Returns the class of the cell that holds a class, as {@code REPL.$Cell7} holds {@code REPL.$Cell7$Pair}. */
    public static String owner(String className) {
        var start = PACKAGE + "." + PREFIX;
        if (!className.startsWith(start)) {
            return className;
        }
        int end = className.indexOf('$', start.length());
        return end < 0 ? className : className.substring(0, end);
    }

    /** Returns what the cells declared. */
    public Names names() {
        return names;
    }

    /** Returns the imports that the user wrote, as the text after {@code import}. */
    public List<String> imports() {
        return imports.all();
    }

    /** Notes an import that JShell evaluated. */
    public void imported(String name) {
        imports.add(name);
    }

    /** Sets the jars for the cells to come. */
    public void classPath(List<String> jars) {
        javac.classPath(jars);
    }

    /**
     * Compiles a cell.
     *
     * @param code its text
     * @param site names that text
     * @param wanted whether the value of its last expression is wanted
     */
    public Compilation compile(String code, String site, boolean wanted, Surroundings around) {
        var pieces = Cutter.cut(code);
        if (pieces.isEmpty() || pieces.stream().anyMatch(Piece::broken)) {
            return new Compilation.Elsewhere();
        }
        var seen = Sketch.of(javac, pieces);
        if (!seen.wrong().isEmpty()) {
            return new Compilation.Wrong(seen.wrong());
        }
        var parts = seen.parts();
        if (parts.isEmpty() || parts.get().isEmpty()) {
            return new Compilation.Elsewhere();
        }
        var plan = new CellPlan(names, parts.get());
        var mentioned = Entry.wordsOf(code);
        if (!plan.possible() || around.elsewhere(mentioned, plan.changing())) {
            return new Compilation.Elsewhere();
        }
        serial++;
        return new Attempt(plan, code, site, wanted, around).run();
    }

    /** Returns the classes that the compiler looked for in vain since this was last asked. */
    public Set<String> missing() {
        return javac.missing();
    }

    /** Takes a source of another kind in hand; {@code classes} of our package are all that it may name of it. */
    public <T> T with(String className, String source, Map<String, byte[]> classes, Work<T> work) {
        return javac.with(className, source, classes, work);
    }

    /** Returns the imports that a source needs beside the names of cells, which are {@code known}. */
    public List<String> importsFor(List<Words.Word> words, Set<String> known, Surroundings around) {
        var lines = new LinkedHashSet<>(imports.neededFor(Entry.firstOf(words), List.of()));
        var declared = new HashSet<>(known);
        lines.forEach(line -> declared.add(UserImports.simple(line)));
        lines.addAll(around.imports(words, declared));
        return List.copyOf(lines);
    }

    /** Keeps what a cell declares. */
    public void keep(CompiledCell cell) {
        if (!cell.entries().isEmpty()) {
            names.keep(cell.className(), cell.files());
        }
        cell.entries().forEach(names::put);
        cell.imports().forEach(imports::add);
    }

    /** Forgets the variables of a kept cell that its run, ended at a line of its class, never came to. */
    public void endedAt(CompiledCell cell, int line) {
        names.forget(cell.entriesAfter(line));
    }

    /** One cell on its way to a class. */
    private final class Attempt {
        private final CellPlan plan;
        private final String code;
        private final String site;
        private final boolean wanted;
        private final Surroundings around;
        private final String className = PACKAGE + "." + PREFIX + serial;
        private final List<String> ownImports = new ArrayList<>();
        private Compilation verdict = new Compilation.Elsewhere();

        Attempt(CellPlan plan, String code, String site, boolean wanted, Surroundings around) {
            this.plan = plan;
            this.code = code;
            this.site = site;
            this.wanted = wanted;
            this.around = around;
            for (var part : plan.parts()) {
                if (part instanceof Part.Import each) {
                    ownImports.add(each.name());
                }
            }
        }

        Compilation run() {
            var types = infer();
            if (types.isEmpty()) {
                return verdict;
            }
            plan.types(types.get());
            if (!plan.possible() || around.elsewhere(Set.of(), plan.changing())) {
                return new Compilation.Elsewhere();
            }
            var lines = importLines();
            for (var ending : endings()) {
                var cell = compile(lines, ending);
                if (cell.isPresent()) {
                    return new Compilation.Done(cell.get());
                }
            }
            return verdict;
        }

        /** A call may give nothing: which it is, the compiler alone knows, and is asked for the likelier first. */
        private List<CellWriter.Ending> endings() {
            var last = plan.parts().get(plan.parts().size() - 1);
            if (!(last instanceof Part.Value value)) {
                return List.of(CellWriter.Ending.RUN);
            }
            if (value.called().isEmpty()) {
                return value.assigns()
                        ? List.of(CellWriter.Ending.RUN)
                        : List.of(CellWriter.Ending.RETURNED);
            }
            if (!wanted) {
                return List.of(CellWriter.Ending.RUN);
            }
            return GIVE_NOTHING.contains(value.called())
                    ? List.of(CellWriter.Ending.RUN, CellWriter.Ending.RETURNED)
                    : List.of(CellWriter.Ending.RETURNED, CellWriter.Ending.RUN);
        }

        private List<String> importLines() {
            var text = new StringBuilder(code);
            plan.pulled().forEach(entry -> text.append('\n').append(entry.source()));
            var words = Words.of(text.toString());
            var mentioned = Entry.firstOf(words);
            var lines = new LinkedHashSet<>(imports.neededFor(mentioned, ownImports));
            var known = new HashSet<String>();
            lines.forEach(line -> known.add(UserImports.simple(line)));
            for (var word : mentioned) {
                for (var entry : names.named(word)) {
                    known.add(word);
                    if (!plan.holds(entry)) {
                        lines.add("static " + entry.owner() + "." + word);
                    }
                }
            }
            known.addAll(plan.declaredNames());
            lines.addAll(around.imports(words, known));
            return List.copyOf(lines);
        }

        /** Returns the types of the variables declared with {@code var}, nothing where one has none to write down. */
        private Optional<Map<String, String>> infer() {
            boolean any = false;
            for (var part : plan.parts()) {
                if (part instanceof Part.Variable variable && variable.type().isEmpty()) {
                    if (variable.from() < 0) {
                        return Optional.empty();
                    }
                    any = true;
                }
            }
            if (!any) {
                return Optional.of(Map.of());
            }
            var writer = new CellWriter(className, plan, code, site);
            writer.writeForTypes(importLines());
            return with(writer, source -> types(writer, source));
        }

        private Optional<Map<String, String>> types(CellWriter writer, Source source) {
            source.analyze();
            var found = new HashMap<String, String>();
            for (var statement : runMethod(source).getBody().getStatements()) {
                if (statement instanceof VariableTree variable) {
                    var type = source.typeOf(variable);
                    if (type.isEmpty()) {
                        verdict = Verdict.on(source.errors(), writer.text(), plan.parts());
                        return Optional.empty();
                    }
                    found.put(variable.getName().toString(), type.get());
                }
            }
            return Optional.of(found);
        }

        private <T> T with(CellWriter writer, Work<T> work) {
            var text = writer.text().source();
            return javac.with(className, text, names.filesFor(text), work);
        }

        private Optional<CompiledCell> compile(List<String> lines, CellWriter.Ending ending) {
            var writer = new CellWriter(className, plan, code, site);
            writer.write(lines, ending);
            return with(
                    writer,
                    source -> {
                        if (source.analyze()) {
                            var cell = compiled(writer, source);
                            // What is too large for a class file is found when it is written.
                            if (source.errors().isEmpty()) {
                                return Optional.of(cell);
                            }
                        }
                        if (ending == CellWriter.Ending.RUN || endings().size() == 1) {
                            verdict = Verdict.on(source.errors(), writer.text(), plan.parts());
                        }
                        return Optional.<CompiledCell>empty();
                    });
        }

        private CompiledCell compiled(CellWriter writer, Source source) {
            var type = typeOfValue(source);
            return new CompiledCell(
                    className,
                    Map.copyOf(source.generate()),
                    type,
                    writer.text().lines(),
                    List.copyOf(writer.entries().values()),
                    plan.resets(),
                    ownImports,
                    steps(writer));
        }

        private List<CompiledCell.Step> steps(CellWriter writer) {
            var steps = new ArrayList<CompiledCell.Step>();
            for (int i = 0; i < plan.parts().size(); i++) {
                var part = plan.parts().get(i);
                var variable = part instanceof Part.Variable each ? each.key() : "";
                steps.add(new CompiledCell.Step(writer.steps().get(i), variable));
            }
            return steps;
        }

        private String typeOfValue(Source source) {
            var statements = runMethod(source).getBody().getStatements();
            if (statements.isEmpty()
                    || !(statements.get(statements.size() - 1) instanceof ReturnTree last)) {
                return "";
            }
            return source.typeOf(last.getExpression()).orElse("Object");
        }

        private MethodTree runMethod(Source source) {
            @Nullable MethodTree run = null;
            var type = (ClassTree) source.unit().getTypeDecls().get(0);
            for (var member : type.getMembers()) {
                if (member instanceof MethodTree method
                        && method.getName().contentEquals(CellWriter.RUN)) {
                    run = method;
                }
            }
            if (run == null) {
                throw new IllegalStateException("the class of a cell has no " + CellWriter.RUN);
            }
            return run;
        }
    }
}
