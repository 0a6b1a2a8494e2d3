package himalia.kernel.java;

import himalia.javac.Stopped;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.CompiledCell;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.SureNames;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** One cell on its way: its parts compiled and run, each as one class or else piece by piece, until one fails. */
final class CellRun {
    /** What the JVM says of a class whose initialiser failed before, in front of its name. */
    private static final String NOT_INITIALIZED = "Could not initialize class ";

    private static final String TOO_DEEP =
            "an expression of this cell is too long or too deeply nested for the compiler; cut it into several";

    private final Compiler compiler;
    private final CellState state;
    private final Cell cell;
    private final PieceRun pieces;
    private final Surroundings around = new Surroundings();
    private final CellTypes types = new CellTypes();
    private final PassingNotes passing;
    private final LeftCells left = new LeftCells();

    CellRun(
            Compiler compiler,
            Notices notices,
            Advisor advisor,
            Cell cell,
            int lastValue,
            AtomicBoolean interrupted) {
        this.compiler = compiler;
        this.cell = cell;
        this.state = new CellState(compiler, notices, advisor, cell, lastValue, interrupted);
        this.pieces = new PieceRun(compiler, state);
        this.passing = new PassingNotes(compiler, state);
    }

    /** Runs the cell to its end or to its first failure. */
    Outcome run() {
        if (compiler.runner().lost()) {
            state.tell(new Recovery(compiler).run().message());
        }
        if (RestartLine.isLook(cell)) {
            var most = compiler.runner().fullHeap();
            if (most.isPresent()) {
                return state.lookedAtFull(most.get());
            }
        }
        types.read(cell.parts());
        var waiting = new CellParts(cell.parts());
        while (waiting.hasNext()) {
            var next = waiting.next();
            if (!(next instanceof Cell.Part part)) {
                unfold(next, waiting);
                continue;
            }
            if (part.role() == Cell.Part.Role.AFTER) {
                around.end(part, state.failure() != null)
                        .ifPresent(end -> tryToRun(end, waiting.noMoreCode()));
                follow(waiting);
            } else if (state.failure() == null) {
                tryToRun(part, waiting.noMoreCode());
                if (part.role() == Cell.Part.Role.BEFORE) {
                    around.begin(state.failure() == null);
                }
                follow(waiting);
            } else if (part.role() == Cell.Part.Role.BEFORE) {
                around.begin(false);
            }
            noteIfFailed(part);
        }
        if (state.failure() == null) {
            pieces.judgeUnresolved();
        }
        if (state.failure() == null) {
            state.declarations().endedWell();
        }
        passing.tellKept();
        left.text().ifPresent(state::tell);
        return state.outcome();
    }

    /** Who names what a cell would have declared, there or further down, is told that it failed. */
    private void noteIfFailed(Cell.Part part) {
        var failure = state.failure();
        if (failure != null && part.role() == Cell.Part.Role.CODE) {
            noteFailed(part.source(), failure);
        }
    }

    /** Reads what was to be read when its turn comes, or does what was asked for; not after a failure. */
    private void unfold(FollowUp step, CellParts waiting) {
        if (state.failure() != null && step.again() > 0) {
            left.add(step.again());
            return;
        }
        if (state.failure() == null) {
            try {
                var parts = step.parts();
                types.read(parts);
                waiting.replace(parts);
            } catch (IllegalArgumentException e) {
                state.failure(FailureTexts.refused(String.valueOf(e.getMessage())));
            }
        }
        var failure = state.failure();
        if (failure != null) {
            noteFailed(step.source(), failure);
        }
    }

    private void noteFailed(String source, Outcome.Failed failure) {
        if (cell.count() > 0) {
            compiler.session()
                    .failed(cell.count(), SureNames.declaredBy(source), failure.interrupted());
        }
    }

    /** Returns the number of the last cell that kept a value. */
    int lastValue() {
        return state.lastValue();
    }

    /** Takes up what the code that has just run asked for. */
    private void follow(CellParts waiting) {
        for (var next = compiler.followUps().next(cell.id()); next != null; ) {
            waiting.insert(next);
            next = compiler.followUps().next(cell.id());
        }
    }

    /** The compiler follows an expression from operator to operator, and a long one to the end of its stack. */
    private void tryToRun(Cell.Part part, boolean lastOfCode) {
        try {
            run(part, lastOfCode);
            var report = state.takeRecovered();
            if (report != null) {
                // The process had gone while nothing ran, or the cell wants another one: that costs
                // the variables, not this cell.
                compiler.followUps().clear(cell.id());
                state.failure(null);
                state.tell(report.message());
                run(part, lastOfCode);
                state.takeRecovered();
            }
        } catch (StackOverflowError e) {
            state.failure(FailureTexts.refused(TOO_DEEP));
        } catch (Stopped e) {
            state.stopsBefore(part);
        }
    }

    private void run(Cell.Part part, boolean lastOfCode) {
        var types = compiler.session().typesOfValues();
        var rewritten =
                ValueReferences.rewrite(
                        Escapes.decoded(part.source()),
                        types,
                        state.lastValue(),
                        name -> !compiler.cells().names().named(name).isEmpty());
        var left = withoutOwnImports(rewritten);
        left.types().forEach(compiler.cells()::meansOwn);
        var place = state.place(part, left.source(), part.line());
        try {
            run(part, left.source(), place, lastOfCode);
        } catch (IllegalStateException | AssertionError | InternalError e) {
            var fault = CompilerFault.in(e);
            if (fault.isEmpty()) {
                throw e;
            }
            state.failure(fault.get().over(place));
        }
        tell(left.notes());
    }

    private OwnPackages.Left withoutOwnImports(String source) {
        return compiler.session()
                .packages()
                .without(source, this::isType, () -> compiler.path().types().packages());
    }

    private boolean isType(String name) {
        return compiler.cells().names().named(name).stream()
                        .anyMatch(each -> each.kind() == Entry.Kind.TYPE)
                || !compiler.session().types(name).isEmpty();
    }

    private Compilation compiled(String source, String site, Set<String> beside, boolean wanted) {
        var compilation = compiler.compile(source, site, beside, wanted);
        return compilation instanceof Compilation.Wrong wrong
                        && new OtherImports(compiler).exchanged(wrong.errors())
                ? compiler.compile(source, site, beside, wanted)
                : compilation;
    }

    private void run(Cell.Part part, String source, Places.Place place, boolean lastOfCode) {
        var site = compiler.places().add(place);
        var wanted = Wanted.of(cell, part, lastOfCode);
        var compilation =
                compiler.cells()
                        .unless(
                                () -> state.isUnwanted(part),
                                () -> compiled(source, site, types.beside(part), wanted.any()));
        if (state.stopsBefore(part)) {
            return;
        }
        if (part.role() == Cell.Part.Role.CODE && !(compilation instanceof Compilation.Wrong)) {
            around.run();
        }
        if (compilation instanceof Compilation.Done done) {
            runWhole(done.cells(), place, wanted, lastOfCode);
        } else if (compilation instanceof Compilation.Wrong wrong) {
            state.refused(wrong.errors(), place);
        } else if (compilation instanceof Compilation.Elsewhere elsewhere) {
            compiler.fellBack(elsewhere.why());
            pieces.run(part, source, wanted);
        }
        if (state.failure() == null
                && part.role() == Cell.Part.Role.CODE
                && part.origin().isEmpty()) {
            state.advisor().aboutProgram(part.source()).forEach(state::tell);
        }
    }

    /** Runs a part that is one class, or several. */
    private void runWhole(
            List<CompiledCell> all, Places.Place place, Wanted wanted, boolean lastOfCode) {
        var before = state.failure();
        var news = new CellNews(state, compiler.runner(), passing, place);
        for (int i = 0; i < all.size() && state.failure() == before; i++) {
            var whole = new WholeRun(compiler, all.get(i));
            var its = i < all.size() - 1 || all.get(i).type().isEmpty() ? Wanted.NOTHING : wanted;
            whole.sendAhead(its.purpose(cell.id()));
            var later = variablesOf(all.subList(i + 1, all.size()));
            news.begins(whole, later, lastOfCode && i == all.size() - 1);
            all.get(i)
                    .types()
                    .flatMap(name -> new ShadowedTypes(compiler).note(name).stream())
                    .forEach(state::tell);
            all.get(i).surprises().stream()
                    .filter(compiler.session()::isFirst)
                    .map(state.advisor()::about)
                    .forEach(state::tell);
            boolean passed = false;
            try {
                runWhole(whole, all.get(i), its);
                passed = state.failure() == before;
            } finally {
                news.ended(whole, later, !passed);
            }
        }
    }

    private void tell(List<String> notes) {
        notes.forEach(state::tell);
    }

    private static Set<String> variablesOf(List<CompiledCell> cells) {
        return cells.stream().flatMap(CompiledCell::variables).collect(Collectors.toSet());
    }

    private void runWhole(WholeRun whole, CompiledCell compiled, Wanted wanted) {
        var ran = whole.run();
        state.declarations().add(whole.declared());
        state.declarations().set(whole.set());
        if (ran.failure().isPresent()) {
            state.failed(ran.failure().get(), ran.failure().get().chain(), whole.unset());
            spoil(ran.failure().get());
        } else {
            state.value(ran.value(), compiled.type(), wanted);
        }
    }

    /** Notes the classes whose initialisers failed or were ended, by what was thrown out of them, or because of them. */
    private void spoil(SnippetRunner.Failure failure) {
        var names = compiler.cells().names();
        failure.broken().forEach(names::spoil);
        for (var thrown : failure.chain()) {
            if (thrown.message().startsWith(NOT_INITIALIZED)) {
                names.spoil(thrown.message().substring(NOT_INITIALIZED.length()));
            }
            thrown.frames().stream()
                    .filter(frame -> frame.getMethodName().equals("<clinit>"))
                    .forEach(frame -> names.spoil(frame.getClassName()));
        }
    }
}
