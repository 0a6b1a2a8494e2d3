package himalia.kernel.help;

import himalia.kernel.cells.MethodsOfObject;
import himalia.kernel.help.Completion.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Candidates, each once, in the order in which they are offered: what is nearer first, then what fits, then by name. */
final class RankedCandidates {
    private record Ranked(Candidate candidate, int rank, boolean fits) {}

    private final Map<String, Ranked> byName = new LinkedHashMap<>();
    private final Predicate<Candidate> mayStand;

    /** None yet, of those that may stand at a place. */
    RankedCandidates(Predicate<Candidate> mayStand) {
        this.mayStand = mayStand;
    }

    /** What the cell itself declares. */
    void local(Candidate candidate) {
        add(candidate, 0, false);
    }

    /** What earlier cells declared. */
    void ofNotebook(Candidate candidate) {
        add(candidate, 1, false);
    }

    /** What is imported; {@code fits} where the place wants a value of its type. */
    void ofLibrary(Candidate candidate, boolean fits) {
        add(candidate, 2, fits);
    }

    void keyword(Candidate candidate) {
        add(candidate, 3, false);
    }

    /** What could be imported. */
    void offer(Candidate candidate) {
        add(candidate, 4, false);
    }

    /** What stands behind a dot. */
    void member(Candidate candidate, boolean fits) {
        // Few look for what every object has.
        add(candidate, MethodsOfObject.has(candidate.text()) ? 1 : 0, fits);
    }

    /** Told twice, it keeps the nearer place and what is known more of it. */
    private void add(Candidate candidate, int rank, boolean fits) {
        if (!mayStand.test(candidate)) {
            return;
        }
        byName.merge(
                candidate.text() + " " + candidate.type(),
                new Ranked(candidate, rank, fits),
                (one, other) ->
                        new Ranked(
                                one.candidate().signature().isEmpty()
                                        ? other.candidate()
                                        : one.candidate(),
                                Math.min(one.rank(), other.rank()),
                                one.fits() || other.fits()));
    }

    List<Candidate> first(int most) {
        var ranked = new ArrayList<>(byName.values());
        ranked.sort(
                Comparator.comparingInt(Ranked::rank)
                        .thenComparing(each -> !each.fits())
                        .thenComparing(each -> each.candidate().text()));
        return ranked.stream().limit(most).map(Ranked::candidate).toList();
    }
}
