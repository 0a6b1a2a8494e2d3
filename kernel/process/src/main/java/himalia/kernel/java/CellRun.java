package himalia.kernel.java;

import himalia.display.bundle.MimeBundle;
import himalia.javac.Problem;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.CompiledCell;
import himalia.kernel.cells.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** One cell on its way: cut into snippets, each compiled and run, until one fails. */
final class CellRun {
    /** What the JVM says of a class whose initialiser failed before, in front of its name. */
    private static final String NOT_INITIALIZED = "Could not initialize class ";

    /** What JShell's stand-in for the body of an unresolved method throws. */
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    private static final String TOO_DEEP =
            "an expression of this cell is too long or too deeply nested for the compiler; cut it into several";

    private static final SnippetRunner.Failure NOTHING_KNOWN =
            new SnippetRunner.Failure("exception", List.of(), "");

    private final Compiler compiler;
    private final Notices notices;
    private final Advisor advisor;
    private final Cell cell;
    private final AtomicBoolean interrupted;
    private final List<DeclarationSnippet> unresolved = new ArrayList<>();
    private Optional<MimeBundle> value = Optional.empty();
    private Outcome.@Nullable Failed failure;
    private int lastValue;
    private Recovery.@Nullable Report recovered;

    CellRun(
            Compiler compiler,
            Notices notices,
            Advisor advisor,
            Cell cell,
            int lastValue,
            AtomicBoolean interrupted) {
        this.compiler = compiler;
        this.notices = notices;
        this.advisor = advisor;
        this.cell = cell;
        this.lastValue = lastValue;
        this.interrupted = interrupted;
    }

    /** Runs the cell to its end or to its first failure. */
    Outcome run() {
        if (compiler.runner().lost()) {
            notices.tell(cell.id(), new Recovery(compiler).run().message());
        }
        var waiting = new CellParts(cell.parts());
        while (waiting.hasNext()) {
            var part = waiting.next();
            if (failure == null || part.role() == Cell.Part.Role.AFTER) {
                tryToRun(part, waiting.noMoreCode());
                follow(waiting);
            }
        }
        if (failure == null) {
            judgeUnresolved();
        }
        var failed = failure;
        return failed != null ? failed : new Outcome.Finished(value);
    }

    /** Returns the number of the last cell that kept a value. */
    int lastValue() {
        return lastValue;
    }

    /** Takes up what the code that has just run asked for. */
    private void follow(CellParts waiting) {
        for (var next = compiler.followUps().next(cell.id()); next != null; ) {
            if (failure == null) {
                try {
                    waiting.insert(next.parts());
                } catch (IllegalArgumentException e) {
                    failure = FailureTexts.refused(String.valueOf(e.getMessage()));
                }
            }
            next = compiler.followUps().next(cell.id());
        }
    }

    /** The compiler follows an expression from operator to operator, and a long one to the end of its stack. */
    private void tryToRun(Cell.Part part, boolean lastOfCode) {
        try {
            run(part, lastOfCode);
            var report = recovered;
            if (report != null) {
                // The process had gone while nothing ran: that costs the variables, not this cell.
                recovered = null;
                failure = null;
                notices.tell(cell.id(), report.message());
                run(part, lastOfCode);
                recovered = null;
            }
        } catch (StackOverflowError e) {
            failure = FailureTexts.refused(TOO_DEEP);
        }
    }

    /** Whether the user wants this cell ended; what stands after its code is run all the same. */
    private boolean stopsBefore(Cell.Part part) {
        if (!interrupted.get() || part.role() == Cell.Part.Role.AFTER) {
            return false;
        }
        failure = FailureTexts.interrupted(List.of());
        return true;
    }

    private void run(Cell.Part part, boolean lastOfCode) {
        var types = compiler.session().typesOfValues();
        var source =
                ValueReferences.rewrite(
                        Escapes.decoded(part.source()),
                        types,
                        lastValue,
                        name -> !compiler.cells().names().named(name).isEmpty());
        var place = place(part, source, part.line());
        var site = compiler.places().add(place);
        boolean wanted = lastOfCode && cell.show();
        var compilation = compiler.compile(source, site, wanted);
        if (compilation instanceof Compilation.Wrong wrong
                && new OtherImports(compiler).exchanged(wrong.errors())) {
            compilation = compiler.compile(source, site, wanted);
        }
        if (stopsBefore(part)) {
            return;
        }
        if (compilation instanceof Compilation.Done done) {
            runWhole(done.cells(), wanted);
        } else if (compilation instanceof Compilation.Wrong wrong) {
            failure = refused(wrong.errors(), place);
        } else if (compilation instanceof Compilation.Elsewhere elsewhere) {
            compiler.fellBack(elsewhere.why());
            runInPieces(part, source, lastOfCode);
        }
        if (failure == null && part.role() == Cell.Part.Role.CODE && part.origin().isEmpty()) {
            advisor.aboutProgram(part.source()).forEach(text -> notices.tell(cell.id(), text));
        }
    }

    /** Runs a part that is one class, or several. */
    private void runWhole(List<CompiledCell> all, boolean wanted) {
        var before = failure;
        for (int i = 0; i < all.size() && failure == before; i++) {
            var whole = new WholeRun(compiler, all.get(i));
            // A variable that the cell sets further down need not be set again, unless the cell
            // fails.
            var later = variablesOf(all.subList(i + 1, all.size()));
            tell(whole.resets(name -> !later.contains(name)));
            tell(whole.notes());
            runWhole(whole, all.get(i), wanted && i == all.size() - 1);
            if (failure != before) {
                tell(whole.resets(later::contains));
            }
        }
    }

    private void tell(List<String> notes) {
        notes.forEach(text -> notices.tell(cell.id(), text));
    }

    private static Set<String> variablesOf(List<CompiledCell> cells) {
        return cells.stream().flatMap(CompiledCell::variables).collect(Collectors.toSet());
    }

    private void runWhole(WholeRun whole, CompiledCell compiled, boolean wanted) {
        boolean shown = wanted && !compiled.type().isEmpty();
        int count = cell.keep() && shown ? cell.count() : 0;
        var ran = whole.run(new SnippetRunner.Purpose(cell.id(), shown, count));
        if (ran.failure().isPresent()) {
            failure = failed(ran.failure().get(), ran.failure().get().chain());
            spoil(ran.failure().get().chain());
        } else if (shown) {
            value = ran.value();
            keepType(compiled.type());
        }
    }

    /** Notes the classes whose initialisers failed, by what was thrown out of them, or because of them. */
    private void spoil(List<SnippetRunner.Thrown> chain) {
        var names = compiler.cells().names();
        for (var thrown : chain) {
            if (thrown.message().startsWith(NOT_INITIALIZED)) {
                names.spoil(thrown.message().substring(NOT_INITIALIZED.length()));
            }
            thrown.frames().stream()
                    .filter(frame -> frame.getMethodName().equals("<clinit>"))
                    .forEach(frame -> names.spoil(frame.getClassName()));
        }
    }

    private void runInPieces(Cell.Part part, String source, boolean lastOfCode) {
        compiler.prepareFor(source, cell.id());
        var pieces = Splitter.split(source);
        var broken = pieces.stream().filter(Piece::broken).findFirst();
        if (broken.isPresent()) {
            // Nothing of a cell that does not parse is run.
            eval(part, source, broken.get(), false);
            if (failure == null) {
                // JShell says nothing of a comment that does not end.
                failure = refused(List.of(), place(part, source, part.line()));
            }
            return;
        }
        var before = failure;
        for (int i = 0; i < pieces.size() && failure == before; i++) {
            if (stopsBefore(part)) {
                return;
            }
            boolean wanted =
                    lastOfCode
                            && part.role() == Cell.Part.Role.CODE
                            && cell.show()
                            && i == pieces.size() - 1
                            && !pieces.get(i).closed();
            eval(part, source, pieces.get(i), wanted);
        }
    }

    private void eval(Cell.Part part, String source, Piece piece, boolean wanted) {
        int line = part.line() + lines(source.substring(0, piece.start()));
        var place = place(part, piece.source(), line);
        compiler.places().at(place);
        var purpose =
                new SnippetRunner.Purpose(
                        cell.id(), wanted, cell.keep() && wanted ? cell.count() : 0);
        var events = compiler.eval(piece.source(), purpose);
        if (otherImports(events)) {
            compiler.prepareFor(piece.source(), cell.id());
            events = compiler.eval(piece.source(), purpose);
        }
        for (var event : events) {
            compiler.declaredByShell(event, cell.id());
            if (event.causeSnippet() == null) {
                judge(event, place, wanted);
            } else {
                tellIfReset(event);
            }
        }
    }

    private Outcome.Failed refused(List<Problem> problems, Places.Place place) {
        return FailureTexts.compile(CompileErrors.of(problems, place, advisor));
    }

    private boolean otherImports(List<SnippetEvent> events) {
        for (var event : events) {
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                var said = compiler.jshell().diagnostics(event.snippet());
                return new OtherImports(compiler).exchanged(CompileErrors.problems(said));
            }
        }
        return false;
    }

    private Places.Place place(Cell.Part part, String source, int line) {
        var text = part.origin().isEmpty() ? cell.text() : part.source();
        return new Places.Place(cell.count(), source, line, text, part.origin());
    }

    private void judge(SnippetEvent event, Places.Place place, boolean wanted) {
        var snippet = event.snippet();
        switch (event.status()) {
            case REJECTED -> {
                var problems = CompileErrors.problems(compiler.jshell().diagnostics(snippet));
                failure = refused(problems, place);
            }
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> {
                if (snippet instanceof DeclarationSnippet declaration) {
                    unresolved.add(declaration);
                }
            }
            default -> {}
        }
        if (event.exception() != null) {
            failure = thrown(event);
        } else if (wanted && isValue(snippet)) {
            value = compiler.runner().last().value();
            keepType(typeOf(snippet));
        }
        if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && event.status().isActive()) {
            compiler.drop(snippet);
        }
    }

    private Outcome.Failed thrown(SnippetEvent event) {
        var chain = Tracebacks.chain(event.exception());
        if (!chain.isEmpty() && chain.get(0).className().equals(UNRESOLVED)) {
            return FailureTexts.unresolved(
                    new Unresolved(compiler.jshell()).called(event.exception()),
                    new Tracebacks(compiler.places()).of(chain));
        }
        return failed(compiler.runner().last().failure().orElse(NOTHING_KNOWN), chain);
    }

    private Outcome.Failed failed(SnippetRunner.Failure last, List<SnippetRunner.Thrown> chain) {
        boolean unrun = last.kind().equals(SnippetRunner.Failure.UNRUN);
        if (unrun || last.kind().equals("lost")) {
            var report = new Recovery(compiler).run();
            recovered = unrun ? report : null;
            return FailureTexts.lost(report.message());
        }
        var shown = last.kind().equals("interrupted") ? Tracebacks.ofUser(chain) : chain;
        var trace = new ArrayList<>(new Tracebacks(compiler.places()).of(shown));
        if (last.kind().equals("exception")) {
            advisor.about(chain).map(CompileErrors::hint).ifPresent(trace::add);
        }
        var top =
                chain.isEmpty()
                        ? new SnippetRunner.Thrown(last.kind(), "", List.of())
                        : chain.get(0);
        return FailureTexts.of(last, top, trace, advisor);
    }

    private static boolean isValue(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    private static String typeOf(Snippet snippet) {
        var type =
                snippet instanceof VarSnippet variable
                        ? variable.typeName()
                        : snippet instanceof ExpressionSnippet expression
                                ? expression.typeName()
                                : "Object";
        return type == null ? "Object" : type;
    }

    private void keepType(String type) {
        if (cell.keep()) {
            compiler.session().typeOfValue(cell.count(), type);
            lastValue = cell.count();
        }
    }

    /** A variable whose class changed starts anew: never silently. */
    private void tellIfReset(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet variable
                && event.status() == Snippet.Status.VALID
                && event.isSignatureChange()
                && event.causeSnippet() instanceof DeclarationSnippet cause) {
            notices.tell(cell.id(), Notices.reset(variable.name(), cause.name()));
        }
    }

    private void judgeUnresolved() {
        for (var snippet : unresolved) {
            var status = compiler.jshell().status(snippet);
            if (status != Snippet.Status.RECOVERABLE_DEFINED
                    && status != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                continue;
            }
            var text = new Unresolved(compiler.jshell()).text(snippet);
            if (status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                failure = FailureTexts.compile(List.of(Ansi.red("Error") + ": " + text));
            } else {
                notices.tell(cell.id(), text);
            }
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
