package himalia.features;

import himalia.display.bundle.Listed;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.features.ColumnTransformer.Kind;
import himalia.model.ChangedSettings;
import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A pipeline as a graph: what comes in, what is done to which columns, and what comes out.
 *
 * @param nodes from top to bottom
 */
record PipelineGraph(List<Node> nodes) {
    private static final int MOST_COLUMNS = 6;
    private static final int MOST_LETTERS = 120;

    /** What a node is, which says how it is drawn. */
    enum Role {
        COLUMNS,
        STEP,
        SAMPLER,
        MODEL
    }

    /**
     * A node; one with lanes does something else to each of some columns.
     *
     * @param title its name
     * @param detail its settings or columns, or empty
     */
    record Node(Role role, String title, String detail, List<Lane> lanes) {}

    /**
     * Steps for some columns.
     *
     * @param columns which, in words
     * @param steps their nodes; none where columns stay as they are
     */
    record Lane(String columns, List<Node> steps) {}

    static PipelineGraph of(ColumnTransformer transformer) {
        return new PipelineGraph(
                List.of(
                        columns("columns in", "those of the table that comes"),
                        transformer(transformer, List.of(), List.of()),
                        columns("columns out", "in the place of those that are read")));
    }

    static PipelineGraph of(Pipeline pipeline) {
        var nodes = new ArrayList<Node>();
        nodes.add(columns("columns in", "those of the table to learn from, but the label"));
        pipeline.stages().forEach(stage -> nodes.add(stage(stage, List.of(), List.of())));
        nodes.add(model(pipeline.trainer()));
        nodes.add(columns("columns out", "the prediction"));
        return new PipelineGraph(nodes);
    }

    /** A pipeline that has learnt knows its columns. */
    static PipelineGraph of(Schema schema, Pipeline pipeline, List<FittedStep> fitted, Model last) {
        var nodes = new ArrayList<Node>();
        nodes.add(columns("columns in", listed(schema.featureNames())));
        int step = 0;
        for (var stage : pipeline.stages()) {
            // Behind a step nobody knows the names of those that it has made.
            var all = step == 0 ? schema.featureNames() : List.<String>of();
            var reads =
                    stage instanceof Stage.Fit ? fitted.get(step++).reads() : List.<Feature>of();
            nodes.add(stage(stage, reads, all));
        }
        nodes.add(columns("the model reads", listed(last.schema().featureNames())));
        var model = model(pipeline.trainer());
        nodes.add(
                last.outcome().isEmpty()
                        ? model
                        : new Node(
                                Role.MODEL,
                                model.title(),
                                joined(model.detail(), last.outcome()),
                                List.of()));
        nodes.add(columns("columns out", out(schema)));
        return new PipelineGraph(nodes);
    }

    private static Node model(Trainer trainer) {
        return node(Role.MODEL, Handed.name("trainer", trainer, trainer.name()), trainer);
    }

    private static String out(Schema schema) {
        if (schema.target().column().isEmpty()) {
            return schema.target() instanceof Target.Groups ? "group" : "score, anomaly";
        }
        var label = schema.target().column().map(name -> " of " + Visible.line(name)).orElse("");
        return schema.target() instanceof Target.Classes classes
                ? "prediction%s, %s"
                        .formatted(
                                label,
                                listed(
                                        classes.classes().stream()
                                                .map(name -> "p(" + name + ")")
                                                .toList()))
                : "prediction%s, a number".formatted(label);
    }

    private static Node columns(String title, String which) {
        return new Node(Role.COLUMNS, title, which, List.of());
    }

    /**
     * Draws a stage.
     *
     * @param all the columns that come to it; empty where they are not known
     */
    private static Node stage(Stage stage, List<Feature> reads, List<String> all) {
        if (stage instanceof Stage.Resample) {
            return node(Role.SAMPLER, stage.name(), stage.settings());
        }
        if (stage.settings() instanceof ColumnTransformer transformer) {
            return transformer(transformer, reads, all);
        }
        return step(stage.name(), stage.settings(), reads.stream().map(Feature::name).toList());
    }

    /** Draws a step, with the columns that it reads, or where they are not known, with those that are named for it. */
    private static Node step(String name, Object settings, List<String> reads) {
        var node = node(Role.STEP, name, settings);
        var named = settings instanceof Step step && reads.isEmpty() ? step.columns() : reads;
        return named.isEmpty()
                ? node
                : new Node(
                        Role.STEP, node.title(), joined(listed(named), node.detail()), List.of());
    }

    private static String joined(String columns, String settings) {
        return settings.isEmpty()
                ? columns
                : columns.isEmpty() ? settings : columns + " · " + settings;
    }

    private static Node transformer(
            ColumnTransformer transformer, List<Feature> reads, List<String> all) {
        var lanes = new ArrayList<Lane>();
        var named =
                transformer.branches().stream().flatMap(each -> each.columns().stream()).toList();
        for (var branch : transformer.branches()) {
            var columns =
                    branch.kind() == Kind.NAMED
                            ? branch.columns()
                            : reads.stream()
                                    .filter(branch.kind()::has)
                                    .map(Feature::name)
                                    .filter(name -> !named.contains(name))
                                    .toList();
            if (branch.kind() != Kind.NAMED && columns.isEmpty() && !reads.isEmpty()) {
                continue;
            }
            var kind = branch.kind().name().toLowerCase(Locale.ROOT);
            lanes.add(
                    new Lane(
                            branch.kind() == Kind.NAMED
                                    ? listed(columns)
                                    : columns.isEmpty() ? kind : kind + ": " + listed(columns),
                            branch.steps().stream()
                                    .map(step -> step(step.name(), step, List.of()))
                                    .toList()));
        }
        var read = reads.stream().map(Feature::name).toList();
        var others = all.stream().filter(name -> !read.contains(name)).toList();
        if (all.isEmpty() || !others.isEmpty()) {
            lanes.add(
                    new Lane(
                            others.isEmpty() ? "all others" : "others: " + listed(others),
                            List.of()));
        }
        return new Node(Role.STEP, transformer.name(), "", lanes);
    }

    /** What nobody has chosen is left out, and so are columns, which stand before the settings. */
    private static Node node(Role role, String name, Object settings) {
        var words =
                ChangedSettings.of(settings).entrySet().stream()
                        .filter(
                                each ->
                                        !(settings instanceof Step
                                                && each.getKey().equals("columns")))
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", "));
        return new Node(role, Visible.line(name), cut(Visible.line(words)), List.of());
    }

    /** Words end where a word ends. */
    private static String cut(String words) {
        if (words.codePointCount(0, words.length()) <= MOST_LETTERS) {
            return words;
        }
        int most = words.offsetByCodePoints(0, MOST_LETTERS);
        int end = words.lastIndexOf(' ', most);
        return words.substring(0, end > 0 ? end : most).replaceFirst("[,(]$", "") + "…";
    }

    private static String listed(List<String> names) {
        return Listed.of(
                names.stream().map(Visible::line).map(PipelineGraph::cut).toList(), MOST_COLUMNS);
    }

    MimeBundle bundle() {
        return MimeBundle.plain(PipelineText.of(this)).html(PipelineHtml.of(this));
    }
}
