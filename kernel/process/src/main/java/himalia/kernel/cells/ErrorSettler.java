package himalia.kernel.cells;

import himalia.javac.Problem;
import himalia.javac.Source;
import himalia.javac.Stretch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a stretch of a cell that does not compile: less of it is tried again, or its errors are told. */
final class ErrorSettler {
    private final DeclarationRegistry names;
    private final CellPlan plan;

    /** The ways in which the end may be written that are left; those that are wrong are taken away. */
    private final List<CellWriter.Ending> endings;

    /** What is wrong with the methods and types that wait: of interest where the cell needs them at once. */
    private final List<Problem> lacking = new ArrayList<>();

    private final Set<String> stillLacking = new HashSet<>();
    private boolean tooLarge;
    private int again;

    ErrorSettler(DeclarationRegistry names, CellPlan plan, List<CellWriter.Ending> endings) {
        this.names = names;
        this.plan = plan;
        this.endings = endings;
    }

    /** Returns whether it failed because it is too much for one class. */
    boolean tooLarge() {
        return tooLarge;
    }

    /** Returns the part before which it must be cut, because it declares a method anew; 0 where it need not. */
    int again() {
        return again;
    }

    /** Returns the keys of what was tried again and lacks something still; where there are any, nothing else is known. */
    Set<String> stillLacking() {
        return stillLacking;
    }

    /**
     * Leaves out what the errors are of, where that may be: then nothing is returned, and another attempt is worth it.
     *
     * @param whole whether the class is whole, and not written for types alone
     */
    Optional<Compilation> settle(
            CellWriter writer, Source source, List<Problem> errors, boolean whole) {
        var attribution = new ErrorAttribution(errors, writer.text(), plan);
        var same = attribution.overwritten();
        if (!same.isEmpty()) {
            same.forEach(plan::overwrites);
            return Optional.empty();
        }
        if (plan.sight().takesAlong(attribution)) {
            return Optional.empty();
        }
        var broken = attribution.ofEntries();
        broken.stream().filter(plan::isTriedAgain).forEach(entry -> stillLacking.add(entry.key()));
        if (!stillLacking.isEmpty()) {
            return Optional.of(new Compilation.Done(List.of()));
        }
        if (!broken.isEmpty()) {
            broken.forEach(entry -> leaveOut(entry, attribution, source));
            return Optional.empty();
        }
        var waiting = attribution.waiting();
        if (!waiting.isEmpty()) {
            lacking.addAll(attribution.of(waiting.keySet()));
            waiting.forEach(
                    (part, missing) -> {
                        var entry = writer.entry(part);
                        var waits = Waiting.lacking(entry, missing);
                        var bodies = attribution.bodiesOf(part, source);
                        if (bodies.isEmpty()) {
                            plan.waits(waits);
                        } else {
                            leaveOut(entry, bodies, waits.until(), "");
                        }
                    });
            return Optional.empty();
        }
        if (whole && endings.size() > 1 && attribution.anyOfLast()) {
            endings.remove(0);
            return Optional.empty();
        }
        tooLarge = attribution.isTooLarge();
        again = attribution.again();
        return Optional.of(attribution.verdict(lacking, plan.waitingNames()));
    }

    /** What does not compile any more throws words where it does not, or is no more; what waited goes on waiting. */
    private void leaveOut(Entry entry, ErrorAttribution attribution, Source source) {
        if (plan.leaves(entry)) {
            return;
        }
        var bodies = attribution.bodiesOf(entry, source);
        if (bodies.isEmpty()) {
            plan.breaks(entry, attribution.firstIn(entry));
            return;
        }
        var missing = attribution.missingIn(entry);
        var until =
                missing.map(names -> Waiting.lacking(entry, names).until())
                        .or(
                                () ->
                                        names.until(entry.key())
                                                .filter(
                                                        same ->
                                                                !entry.mentions(
                                                                        plan.declaredNames())))
                        .orElseGet(() -> plan.notes().until(entry));
        leaveOut(entry, bodies, until, missing.isPresent() ? "" : attribution.firstIn(entry));
    }

    private void leaveOut(Entry entry, List<Stretch> bodies, String until, String error) {
        plan.stubs(entry.key(), new Stub(plan.shown(entry), entry.source(), bodies, until, error));
    }
}
