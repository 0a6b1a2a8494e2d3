package himalia.kernel.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A cell on its way to one class, or to several where one cannot say all. Nothing is known of it before all compile. */
final class CellCompiler {
    private final CompilerState state;
    private final String code;
    private final String site;
    private final boolean wanted;
    private final Supplier<String> classNames;
    private final Set<String> mentioned;
    private final List<String> imports = new ArrayList<>();
    private Optional<Named> named = Optional.empty();

    /**
     * @param code the cell's text, of which the parts are offsets
     * @param mentioned the names in it
     * @param site names that text
     * @param wanted whether the value of the last expression is wanted
     * @param classNames gives the names of the classes
     */
    CellCompiler(
            CompilerState state,
            String code,
            Set<String> mentioned,
            String site,
            boolean wanted,
            Supplier<String> classNames) {
        this.state = state;
        this.code = code;
        this.mentioned = mentioned;
        this.site = site;
        this.wanted = wanted;
        this.classNames = classNames;
    }

    /** Returns the cell with names for its anonymous classes, where only that can make a class of it. */
    Optional<Named> named() {
        return named;
    }

    Compilation compile(List<Part> parts) {
        var segments = Segments.of(state.names(), state.imports(), code, parts, true);
        var cut = compile(parts, segments.all());
        if (!segments.areForAnEnd()) {
            return cut;
        }
        if (cut instanceof Compilation.Done done && isWhole(done)) {
            return cut;
        }
        // As a whole it may mean something: what stands above may fit only what stands below.
        var whole =
                compile(
                        parts,
                        Segments.of(state.names(), state.imports(), code, parts, false).all());
        return cut instanceof Compilation.Done
                        && !(whole instanceof Compilation.Done done && isWhole(done))
                ? cut
                : whole;
    }

    /** Returns whether nothing waits. */
    private static boolean isWhole(Compilation.Done done) {
        return done.cells().stream()
                .map(CompiledCell::changes)
                .allMatch(changes -> changes.waiting().isEmpty() && changes.lacking().isEmpty());
    }

    private Compilation compile(List<Part> parts, List<List<Part>> segments) {
        imports.clear();
        if (segments.size() == 1) {
            var segment = run(parts);
            var compilation = segment.compilation();
            named = segment.named();
            if (halves(segment, parts.size()) == 0) {
                return compilation;
            }
            var cut = compileAsIfRun(segments);
            return cut instanceof Compilation.Done || segment.tooLarge() ? cut : compilation;
        }
        return compileAsIfRun(segments);
    }

    private Compilation compileAsIfRun(List<List<Part>> segments) {
        var before = state.names().copy();
        try {
            return compileAll(segments);
        } finally {
            state.names().take(before);
        }
    }

    /** Compiles one after the other, each as if those before had been run. */
    private Compilation compileAll(List<List<Part>> segments) {
        var waiting = new ArrayDeque<>(segments);
        var done = new ArrayList<CompiledCell>();
        var twice = new DeclaredTwice();
        while (!waiting.isEmpty()) {
            var parts = waiting.remove();
            var segment = run(parts);
            var compilation = segment.compilation();
            if (compilation instanceof Compilation.Done made) {
                for (var cell : made.cells()) {
                    twice.add(parts, cell);
                    // What the user imports is known when the cell runs.
                    KeptDeclarations.keep(state.names(), new UserImports(), cell);
                    cell.changes().imports().forEach(each -> imports.add(each.name()));
                }
                done.addAll(made.cells());
                continue;
            }
            int half = halves(segment, parts.size());
            if (half > 0) {
                waiting.addFirst(parts.subList(half, parts.size()));
                waiting.addFirst(parts.subList(0, half));
            } else {
                named = segment.named();
                return compilation;
            }
        }
        return new Compilation.Done(twice.told(done));
    }

    /** Returns before which part a stretch that is no class is cut; 0 where that is of no use. */
    private static int halves(SegmentCompiler segment, int size) {
        return segment.tooLarge() ? size / 2 : segment.again();
    }

    private SegmentCompiler run(List<Part> parts) {
        // What was tried again and lacks something still stays as it is, and what is made of it
        // too.
        var lacking = new HashSet<String>();
        while (true) {
            var plan = new CellPlan(state, parts, mentioned, lacking);
            var source = new CellSource(code, site, classNames.get());
            var segment = new SegmentCompiler(state, plan, source, imports, wanted);
            segment.run();
            if (!lacking.addAll(segment.stillLacking())) {
                return segment;
            }
        }
    }
}
