package himalia.search;

import himalia.display.bundle.Amount;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a study comes to, in words. */
final class StudyWords {
    /** Of each picture: four of them are to stay small in a notebook. */
    private static final int WIDTH = 400;

    private static final int HEIGHT = 240;

    private static final int MOST_REASONS = 5;

    private StudyWords() {}

    static String line(Study study) {
        return counts(study.trials()) + "; " + best(study);
    }

    /** Returns the same without settings, of which there may be many. */
    static String title(Study study) {
        return study.history()
                .best()
                .map(
                        trial ->
                                "%s; best %s in trial %d"
                                        .formatted(
                                                counts(study.trials()),
                                                number(trial.value()),
                                                trial.number()))
                .orElse(line(study));
    }

    /** Returns how many trials there are, and what became of them where it was not what one expects. */
    static String counts(List<TrialRecord> trials) {
        var told =
                Stream.of(
                                TrialState.PRUNED,
                                TrialState.FAIL,
                                TrialState.RUNNING,
                                TrialState.WAITING)
                        .map(state -> count(trials, state))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "));
        return Amount.of(trials.size(), "trial") + (told.isEmpty() ? "" : " (" + told + ")");
    }

    private static String count(List<TrialRecord> trials, TrialState state) {
        long count = trials.stream().filter(trial -> trial.state() == state).count();
        var word =
                switch (state) {
                    case PRUNED -> " ended early";
                    case FAIL -> " failed";
                    case WAITING -> " waiting";
                    default -> " running";
                };
        return count == 0 ? "" : count + word;
    }

    static String best(Study study) {
        return study.history()
                .best()
                .map(
                        trial ->
                                "best %s in trial %d: %s"
                                        .formatted(
                                                number(trial.value()),
                                                trial.number(),
                                                settings(trial.settings())))
                .orElse("none is complete");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    static String settings(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(
                        each ->
                                each.getKey()
                                        + "="
                                        + (each.getValue() instanceof Double number
                                                ? number(number)
                                                : Visible.line(each.getValue().toString())))
                .collect(Collectors.joining(", "));
    }

    /** Returns with what the first one has failed, behind something; nothing where none has. */
    static String failure(String before, List<TrialRecord> trials) {
        return trials.stream()
                .filter(trial -> trial.state() == TrialState.FAIL)
                .findFirst()
                .map(
                        trial ->
                                "%strial %d failed with %s"
                                        .formatted(
                                                before, trial.number(), Visible.line(trial.why())))
                .orElse("");
    }

    /** Returns with what trials have failed that all did, and how many with each. */
    static String failures(List<TrialRecord> trials) {
        var reasons =
                trials.stream()
                        .collect(
                                Collectors.groupingBy(
                                        trial -> Visible.line(trial.why()),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return reasons.size() == 1
                ? " with " + reasons.keySet().iterator().next()
                : reasons.entrySet().stream()
                        .limit(MOST_REASONS)
                        .map(each -> each.getValue() + " with " + each.getKey())
                        .collect(Collectors.joining("; ", ": ", more(reasons.size())));
    }

    private static String more(int reasons) {
        return reasons > MOST_REASONS
                ? "; and %d more reasons".formatted(reasons - MOST_REASONS)
                : "";
    }

    static MimeBundle bundle(Study study) {
        var words = new StringBuilder(line(study));
        words.append(failure("\n", study.trials()));
        var charts = study.charts();
        charts.shares()
                .forEach(
                        (name, share) ->
                                words.append(
                                        String.format(
                                                Locale.ROOT,
                                                "\n%s explains %.0f %% of the differences",
                                                name,
                                                100 * share)));
        return study.history().best().isEmpty()
                ? MimeBundle.plain(words.toString())
                : charts.panels(1)
                        .size(WIDTH, HEIGHT)
                        .bundle()
                        .with(MimeBundle.PLAIN, words.toString());
    }
}
