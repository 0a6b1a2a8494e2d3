package himalia.kernel.java;

import himalia.display.bundle.MimeBundle;
import himalia.javac.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** How far a cell is: its value or its failure, whichever way its parts are run. */
final class CellState {
    private final Compiler compiler;
    private final Notices notices;
    private final Advisor advisor;
    private final Cell cell;
    private final AtomicBoolean interrupted;
    private final CellDeclarations declarations;
    private Optional<MimeBundle> value = Optional.empty();
    private Outcome.@Nullable Failed failure;
    private int lastValue;
    private Recovery.@Nullable Report recovered;
    private boolean replaced;

    CellState(
            Compiler compiler,
            Notices notices,
            Advisor advisor,
            Cell cell,
            int lastValue,
            AtomicBoolean interrupted) {
        this.compiler = compiler;
        this.notices = notices;
        this.advisor = new SafeAdvisor(advisor);
        this.cell = cell;
        this.lastValue = lastValue;
        this.interrupted = interrupted;
        this.declarations = new CellDeclarations(compiler, cell.count());
    }

    Cell cell() {
        return cell;
    }

    CellDeclarations declarations() {
        return declarations;
    }

    Advisor advisor() {
        return advisor;
    }

    /** Returns why it failed; null where it has not. */
    Outcome.@Nullable Failed failure() {
        return failure;
    }

    /** Notes that it failed; null where it has not after all. */
    void failure(Outcome.@Nullable Failed now) {
        failure = now;
    }

    Outcome outcome() {
        var failed = failure;
        return failed != null ? failed : new Outcome.Finished(value);
    }

    /**
     * Returns what is shown of a process whose heap is full: it is not asked, for what a magic needs there might end it.
     *
     * @param most how many bytes the heap may take, as digits; empty where that is not known
     */
    Outcome lookedAtFull(String most) {
        var words = advisor.aboutMemory("Java heap space", most);
        return new Outcome.Finished(Optional.of(MimeBundle.plain(words)));
    }

    /** Notes a value, as far as it was wanted, and its type. */
    void value(Optional<MimeBundle> shown, String type, Wanted wanted) {
        if (wanted.shown()) {
            value = shown;
        }
        if (wanted.count() != 0) {
            compiler.session().typeOfValue(wanted.count(), type);
            lastValue = wanted.count();
        }
    }

    /** Returns the number of the last cell that kept a value. */
    int lastValue() {
        return lastValue;
    }

    void tell(String note) {
        notices.tell(cell.id(), note);
    }

    /** Returns, once, what was done about a process that had gone while nothing ran; null where none had. */
    Recovery.@Nullable Report takeRecovered() {
        var report = recovered;
        recovered = null;
        return report;
    }

    /** Whether the user wants this cell ended; what stands after its code is run all the same. */
    boolean stopsBefore(Cell.Part part) {
        if (!isUnwanted(part)) {
            return false;
        }
        failure = FailureTexts.interrupted(List.of());
        return true;
    }

    /** Whether the user wants the cell ended, and this part of it with it. */
    boolean isUnwanted(Cell.Part part) {
        return interrupted.get() && part.role() != Cell.Part.Role.AFTER;
    }

    Places.Place place(Cell.Part part, String source, int line) {
        var text = part.origin().isEmpty() ? cell.text() : part.source();
        return new Places.Place(cell.count(), source, line, text, part.origin());
    }

    /** Notes that the compiler refuses it. */
    void refused(List<Problem> problems, Places.Place place) {
        failure = FailureTexts.compile(CompileErrors.of(problems, place, advisor));
    }

    /** Notes that a run of it failed, and what was thrown. */
    void failed(SnippetRunner.Failure last, List<SnippetRunner.Thrown> chain) {
        failed(last, chain, Optional.empty());
    }

    /** Notes the same, and a line on what it left behind. */
    void failed(
            SnippetRunner.Failure last, List<SnippetRunner.Thrown> chain, Optional<String> left) {
        failure = inWords(last, chain, left);
    }

    private Outcome.Failed inWords(
            SnippetRunner.Failure last, List<SnippetRunner.Thrown> chain, Optional<String> left) {
        boolean unrun = last.kind().equals(SnippetRunner.Failure.UNRUN);
        if (unrun || last.kind().equals(SnippetRunner.Failure.LOST)) {
            var report = new Recovery(compiler).run();
            recovered = unrun || RestartLine.isAboutProcess(cell) ? report : null;
            return FailureTexts.lost(report.message());
        }
        if (!replaced && RestartLine.foundNoRoom(cell, last, chain)) {
            replaced = true;
            return replaced();
        }
        var shown = last.kind().equals("interrupted") ? Tracebacks.ofUser(chain) : chain;
        var trace = new ArrayList<>(new Tracebacks(compiler.places()).of(shown));
        if (last.kind().equals("exception")) {
            left.ifPresent(trace::add);
            advisor.about(chain, cell.text()).map(CompileErrors::hint).ifPresent(trace::add);
        }
        var top =
                chain.isEmpty()
                        ? new SnippetRunner.Thrown(last.kind(), "", List.of())
                        : chain.get(0);
        return FailureTexts.of(last, top, trace, advisor);
    }

    /** The next process takes what this one has no room for. */
    private Outcome.Failed replaced() {
        try {
            recovered = new Recovery(compiler).replaceFull();
            return FailureTexts.lost(recovered.message());
        } catch (IllegalArgumentException e) {
            return FailureTexts.refused(String.valueOf(e.getMessage()));
        }
    }
}
