package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.RepeatedStratifiedKFold;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedKFold;
import org.junit.jupiter.api.Test;

class RecordTextTest {
    record Unknown(int size) {}

    @Test
    void settingsAreReadBack() {
        for (var splitter :
                new Record[] {new StratifiedKFold(5, 42), new RepeatedStratifiedKFold(3, 2, 7)}) {
            var text = RecordText.write(splitter);
            assertThat(RecordText.read(text, Splitter.class)).isEqualTo(splitter);
        }
    }

    @Test
    void whatHasNoTextIsRefused() {
        assertThatThrownBy(() -> RecordText.write(new Unknown(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an Unknown is not known to model files, so no reader could make it again; name it in a SavedTypes of its jar");
        var text = RecordText.write(new StratifiedKFold(5, 42));
        assertThatThrownBy(() -> RecordText.read(text, Trainer.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a Trainer is wanted where it holds a StratifiedKFold");
        for (var other : new String[] {"", "nothing", "[1]", "{}", "{\"Smote\""}) {
            assertThatThrownBy(() -> RecordText.read(other, Splitter.class))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
