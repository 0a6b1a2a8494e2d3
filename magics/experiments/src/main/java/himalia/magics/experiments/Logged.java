package himalia.magics.experiments;

import himalia.evaluation.Evaluation;
import himalia.evaluation.RankingReport;
import himalia.evaluation.Report;
import himalia.evaluation.TrainedModel;
import himalia.experiments.RunDraft;
import himalia.experiments.RunLog;
import himalia.magics.spi.JavaText;
import himalia.model.Model;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the words of a {@code %log} line add to a run. */
final class Logged {
    private Logged() {}

    static void add(Object value, RunDraft draft) {
        if (value instanceof Model model) {
            draft.model(model);
            if (model instanceof TrainedModel trained) {
                trained.judged().ifPresent(draft::report);
            }
        } else if (value instanceof Evaluation report) {
            draft.report(report);
        } else if (value instanceof Trainer trainer) {
            draft.trainer(trainer);
        } else if (value instanceof Map<?, ?> map) {
            metrics(map).forEach(text -> metric(text, draft));
        } else {
            throw new IllegalArgumentException(
                    "a value of type %s tells nothing about a run; give a model, a trainer, a report or a map of metrics"
                            .formatted(value.getClass().getSimpleName()));
        }
    }

    /** The metrics that a map names, each as one would be written behind {@code --metric}. */
    static List<String> metrics(Object value) {
        var texts = new ArrayList<String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, number) -> texts.add(name + "=" + number));
        }
        return texts;
    }

    /** Refuses a name that is given a value twice. */
    static void once(String option, List<String> texts) {
        var given = new HashMap<String, String>();
        for (var text : texts) {
            pair(
                    option,
                    text,
                    (name, value) -> {
                        var before = given.put(name, value);
                        if (before != null) {
                            throw new IllegalArgumentException(
                                    "%s gives '%s' twice, %s and %s; leave one out, or give it another name"
                                            .formatted(option, name, before, value));
                        }
                    });
        }
    }

    static void metric(String text, RunDraft draft) {
        number(text, draft::metric);
    }

    private static void number(String text, BiConsumer<String, Double> use) {
        pair(
                "--metric",
                text,
                (name, value) -> {
                    try {
                        use.accept(name, result(name, Double.valueOf(value)));
                    } catch (NumberFormatException e) {
                        throw new IllegalArgumentException(
                                "metric '%s' wants a number, got '%s'".formatted(name, value), e);
                    }
                });
    }

    /** In a table of runs NaN is a gap, as where nothing was recorded. */
    private static double result(String name, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(
                    "metric '%1$s' is NaN, and %%runs would show a gap; leave it out, or say why with --tag %1$s=undefined"
                            .formatted(name));
        }
        return value;
    }

    static void pair(String option, String text, BiConsumer<String, String> use) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "%s wants name=value, got '%s'".formatted(option, text));
        }
        use.accept(text.substring(0, equals), text.substring(equals + 1));
    }

    /** A pair of texts; of a variable that is null there is nothing to record, and the user is told. */
    static void given(String option, String text, BiConsumer<String, String> use) {
        pair(
                option,
                text,
                (name, value) -> {
                    if (value.equals("null")) {
                        throw new IllegalArgumentException(
                                "%s %s is null, and there would be nothing to record; leave it out, or say it in a word: %1$s %2$s=none"
                                        .formatted(option, name));
                    }
                    use.accept(name, value);
                });
    }

    /** The log in a file, as plain Java. */
    static String log(Path file, JavaText java) {
        return "%s.at(%s, %s.systemUTC())"
                .formatted(java.type(RunLog.class), java.path(file), java.type(Clock.class));
    }

    /** The calls that {@link #add} makes. */
    static String java(Object value, JavaText java) {
        if (value instanceof TrainedModel trained && trained.judged().isPresent()) {
            var written = java.name(value);
            var judged = trained.judged().get();
            var report =
                    judged instanceof Report
                            ? ".report()"
                            : judged instanceof RankingReport ? ".ranking()" : ".regression()";
            return ".model(" + written + ").report(" + written + report + ")";
        }
        var written = java.of(value);
        if (value instanceof Model) {
            return ".model(" + written + ")";
        }
        if (value instanceof Map<?, ?> map) {
            var all = new StringBuilder();
            metrics(map).forEach(text -> all.append(metric(text, java)));
            return all.toString();
        }
        return (value instanceof Evaluation ? ".report(" : ".trainer(") + written + ")";
    }

    static String metric(String text, JavaText java) {
        var calls = new StringBuilder();
        number(text, (name, value) -> calls.append(".metric(" + java.list(name, value) + ")"));
        return calls.toString();
    }

    static String pair(String option, String text, JavaText java) {
        var calls = new StringBuilder();
        given(
                option,
                text,
                (name, value) ->
                        calls.append(
                                "." + option.substring(2) + "(" + java.list(name, value) + ")"));
        return calls.toString();
    }
}
