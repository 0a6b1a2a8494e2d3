package himalia.features.leakage;

import himalia.table.LevelCodes;
import java.util.Optional;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Texts of many words are compared whole, as names of kinds are; what a word tells is asked by nobody. */
final class WholeTexts {
    /** Kinds of things have names of a word or two, and are few. */
    private static final double MANY_WORDS = 3;

    private static final int MANY_TEXTS = 20;

    private WholeTexts() {}

    static Optional<String> note(Table train, String name) {
        if (!(train.column(name) instanceof StringColumn texts)) {
            return Optional.empty();
        }
        var different = LevelCodes.of(texts).levels();
        double words = different.stream().mapToInt(WholeTexts::words).average().orElse(0);
        return different.size() < MANY_TEXTS || words < MANY_WORDS
                ? Optional.empty()
                : Optional.of(
                        "column '%s': texts are compared whole, so what their words tell of the label was not asked; a model behind new TfidfVectorizer(\"%s\") tells"
                                .formatted(name, name));
    }

    private static int words(String text) {
        return text.strip().split("\\s+").length;
    }
}
