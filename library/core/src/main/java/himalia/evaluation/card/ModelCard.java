package himalia.evaluation.card;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.WholeFile;
import himalia.evaluation.Evaluation;
import himalia.evaluation.slices.Slices;
import himalia.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * What others have to know of a model before they use it: what it is and was made for, by which data, and how good it is for whom.
 *
 * <pre>{@code
 * var card = ModelCard.of(model, test)
 *         .with(ModelCard.Section.INTENDED_USE, "Ranks customers for a call; decides nothing by itself.")
 *         .with(Slices.of(model, test, "recall", "city"));
 * card.write(Path.of("MODEL.md"));
 * }</pre>
 *
 * <p>What the model and the test table tell is filled in; what it is for, and what it must not be used for, only its maker knows. A section of which nobody wrote
 * anything says so.
 *
 * <p>M. Mitchell and others (2019): Model Cards for Model Reporting. FAT*.
 */
public final class ModelCard implements Displayable {
    private static final String NOTHING = "Nothing was written here.";

    /** The parts of a card, in the paper's order. */
    public enum Section {
        /** What kind of model it is, and what it reads and predicts. */
        MODEL_DETAILS,
        /** What it is for, for whom, and what it is not for. */
        INTENDED_USE,
        /** For whom and where it may be better or worse. */
        FACTORS,
        /** By what it was judged. */
        METRICS,
        /** The rows that it was judged by. */
        EVALUATION_DATA,
        /** The rows that it learnt from. */
        TRAINING_DATA,
        /** How good it is, in all and on slices. */
        QUANTITATIVE_ANALYSES,
        /** What harm it can do, and to whom. */
        ETHICAL_CONSIDERATIONS,
        /** What else is to be said. */
        CAVEATS_AND_RECOMMENDATIONS;

        /** Returns the section's head. */
        @Override
        public String toString() {
            var words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }

    private final String title;
    private final CardFacts facts;
    private final Map<Section, List<String>> words;
    private final List<Slices> slices;

    private ModelCard(
            String title, CardFacts facts, Map<Section, List<String>> words, List<Slices> slices) {
        this.title = title;
        this.facts = facts;
        this.words = words;
        this.slices = slices;
    }

    /**
     * Judges a model by rows that it has not seen, and writes down what it is. Intervals are the bootstrap's, of 200 draws.
     *
     * @param test has the model's features and its label
     */
    public static ModelCard of(Model model, Table test) {
        given(model, "model");
        given(test, "test");
        return new ModelCard(
                model.trainer().name(),
                CardFacts.of(model, test, Evaluation.of(model, test)),
                Map.of(),
                List.of());
    }

    /** Calls the model by a name of its own instead of its algorithm's. */
    public ModelCard named(String title) {
        return new ModelCard(given(title, "title"), facts, words, slices);
    }

    /**
     * Adds a paragraph to a section, behind what it has.
     *
     * @param text as it is to be read; no Markdown, and no HTML
     */
    public ModelCard with(Section section, String text) {
        given(section, "section");
        var more = new EnumMap<Section, List<String>>(Section.class);
        more.putAll(words);
        var paragraphs = new ArrayList<>(more.getOrDefault(section, List.of()));
        paragraphs.add(given(text, "text"));
        more.put(section, List.copyOf(paragraphs));
        return new ModelCard(title, facts, Collections.unmodifiableMap(more), slices);
    }

    /**
     * Adds how good the model is on parts of the table.
     *
     * @throws IllegalArgumentException if they are of another number of rows than the card
     */
    public ModelCard with(Slices judged) {
        if (given(judged, "judged").rows() != facts.rows()) {
            throw new IllegalArgumentException(
                    "the slices are of %s, and the card of %s; judge both by one table"
                            .formatted(
                                    Amount.of(judged.rows(), "row"),
                                    Amount.of(facts.rows(), "row")));
        }
        var more = new ArrayList<>(slices);
        more.add(judged);
        return new ModelCard(title, facts, words, List.copyOf(more));
    }

    private List<CardBlock> blocks(Section section) {
        var blocks = new ArrayList<CardBlock>();
        words.getOrDefault(section, List.of())
                .forEach(text -> blocks.add(new CardBlock.Words(text)));
        blocks.addAll(
                switch (section) {
                    case MODEL_DETAILS -> facts.model();
                    case FACTORS -> SliceFacts.factors(slices);
                    case METRICS -> facts.metrics();
                    case EVALUATION_DATA -> facts.evaluationData();
                    case TRAINING_DATA -> facts.trainingData();
                    case QUANTITATIVE_ANALYSES -> SliceFacts.after(facts.numbers(), slices);
                    case INTENDED_USE, ETHICAL_CONSIDERATIONS, CAVEATS_AND_RECOMMENDATIONS ->
                            List.of();
                });
        return blocks.isEmpty() ? List.of(new CardBlock.Words(NOTHING)) : blocks;
    }

    /** Returns the card as Markdown, with a heading for each section. */
    public String markdown() {
        var text =
                new StringBuilder("# Model card: ")
                        .append(CardBlock.Words.safe(title))
                        .append('\n');
        for (var section : Section.values()) {
            text.append("\n## ").append(section).append('\n');
            for (var block : blocks(section)) {
                text.append('\n').append(block.markdown()).append('\n');
            }
        }
        return text.toString();
    }

    /** Returns the card as HTML that needs no style sheet and no script. */
    public String html() {
        var html = new StringBuilder("<h2>Model card: ").append(Escape.html(title)).append("</h2>");
        for (var section : Section.values()) {
            html.append("<h3>").append(section).append("</h3>");
            blocks(section).forEach(block -> html.append(block.html()));
        }
        return Escape.verbatim(html.toString());
    }

    /**
     * Writes the card, whole or not at all: as HTML or as Markdown, as the file's name says.
     *
     * <pre>{@code
     * card.write(Path.of("models/churn.md"));
     * }</pre>
     *
     * @param file ends with .md, .markdown, .html or .htm
     * @throws IllegalArgumentException if it ends otherwise
     */
    public void write(Path file) {
        var name = given(file, "file").toString().toLowerCase(Locale.ROOT);
        boolean isHtml = name.endsWith(".html") || name.endsWith(".htm");
        if (!isHtml && !name.endsWith(".md") && !name.endsWith(".markdown")) {
            throw new IllegalArgumentException(
                    "a model card is written as Markdown or HTML, got '%s'; end its name with .md or .html"
                            .formatted(file));
        }
        var text =
                isHtml
                        ? "<!DOCTYPE html><meta charset=\"utf-8\"><title>Model card</title><body style=\"font-family:sans-serif;max-width:60em;margin:2em auto\">"
                                + html()
                        : markdown();
        var target = file.toAbsolutePath();
        try {
            WholeFile.makeFolder(target);
            WholeFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the model card could not be written to '%s': %s"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(markdown()).html(html());
    }

    @Override
    public String toString() {
        var told = words.keySet().stream().map(Section::toString).collect(Collectors.joining(", "));
        return "Model card of %s%s".formatted(title, told.isEmpty() ? "" : ", with " + told);
    }
}
