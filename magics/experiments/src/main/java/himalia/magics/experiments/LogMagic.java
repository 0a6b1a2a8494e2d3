package himalia.magics.experiments;

import himalia.experiments.Run;
import himalia.experiments.RunLog;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.LineMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records a run in the log beside the notebook. */
@Command(
        name = "log",
        description = "Records a run: a model's settings, a report's metrics, and what you add.",
        sortOptions = false,
        footer = {
            "Example: %%log --name xgb model report",
            "In Java: RunLog.at(RunLog.DEFAULT, Clock.systemUTC()).record(\"xgb\", model, report)"
        })
public final class LogMagic implements LineMagic<Run> {
    @Option(names = "--name", defaultValue = "run", description = "What the run is called.")
    private String name = "";

    @Option(
            names = "--metric",
            paramLabel = "NAME=NUMBER",
            description = "A result, such as recall=0.8; may be repeated.")
    private List<String> metrics = List.of();

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A setting, such as data=v2; may be repeated.")
    private List<String> params = List.of();

    @Option(
            names = "--tag",
            paramLabel = "NAME=VALUE",
            description = "What else is worth knowing; may be repeated.")
    private List<String> tags = List.of();

    @Option(names = "--file", description = "The log. Default: .himalia/runs.db by the notebook.")
    private Path file = RunLog.DEFAULT;

    @Parameters(
            arity = "0..*",
            paramLabel = "VALUE",
            description = "Models, trainers, reports, or maps of metrics.")
    private List<Object> values = List.of();

    @Override
    public Run run(Notebook notebook) {
        if (values.isEmpty() && metrics.isEmpty() && params.isEmpty() && tags.isEmpty()) {
            throw new MagicException(
                    "nothing to record; name a model, a report, or a --metric, --param or --tag");
        }
        once();
        var log = RunLog.at(notebook.directory().resolve(file), Clock.systemUTC());
        var draft = log.run(name);
        values.forEach(value -> Logged.add(value, draft));
        metrics.forEach(text -> Logged.metric(text, draft));
        params.forEach(text -> Logged.given("--param", text, draft::param));
        tags.forEach(text -> Logged.given("--tag", text, draft::tag));
        return draft.record();
    }

    @Override
    public Optional<String> java(JavaText java) {
        once();
        var text = new StringBuilder(Logged.log(file, java));
        text.append(".run(").append(java.of(name)).append(")");
        values.forEach(value -> text.append(Logged.java(value, java)));
        metrics.forEach(metric -> text.append(Logged.metric(metric, java)));
        params.forEach(each -> text.append(Logged.pair("--param", each, java)));
        tags.forEach(each -> text.append(Logged.pair("--tag", each, java)));
        return Optional.of(text + ".record()");
    }

    /** Of two values under one name the run would show one alone. */
    private void once() {
        var measured = new ArrayList<String>();
        values.forEach(value -> measured.addAll(Logged.metrics(value)));
        measured.addAll(metrics);
        Logged.once("--metric", measured);
        Logged.once("--param", params);
        Logged.once("--tag", tags);
    }
}
