package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MagicDescriptionTest {
    private static final Parameter LABEL =
            new Parameter(
                    List.of("--label"), false, true, false, "Which column.", List.of("a", "b"));
    private static final Parameter TABLES =
            new Parameter(List.of("TABLE"), true, true, true, "The tables.", List.of());
    private static final MagicDescription FAST =
            new MagicDescription(
                    "fast",
                    "org.example.Fast",
                    Kind.LINE,
                    "Model",
                    "Is fast.",
                    "Usage",
                    List.of(LABEL),
                    List.of(TABLES));
    private static final MagicDescription TRAIN =
            new MagicDescription(
                    "train",
                    "org.example.Train",
                    Kind.LINE,
                    false,
                    "Model",
                    "Trains.",
                    "Usage",
                    List.of(LABEL),
                    List.of(TABLES),
                    "ALGORITHM",
                    List.of(FAST));

    @Test
    void whatIsWrittenToTheIndexIsReadFromIt() {
        assertThat(MagicDescription.of(TRAIN.fields())).isEqualTo(TRAIN);
        assertThat(MagicDescription.of(FAST.fields())).isEqualTo(FAST);
    }

    @Test
    void theIndexOfAJarBuiltBeforeThereWereSubcommandsIsRead() {
        var read =
                MagicDescription.of(
                        Map.of("name", "old", "class", "org.example.Old", "kind", "AROUND"));

        assertThat(read.subcommands()).isEmpty();
        assertThat(read.own()).isFalse();
        assertThat(read.kind()).isEqualTo(Kind.AROUND);
    }

    @Test
    void anIndexOfALaterFormIsRefused() {
        assertThatThrownBy(() -> MagicDescription.of(Map.of("name", "new", "kind", "STREAM")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MagicDescription.of(Map.of("kind", "LINE", "options", "all")))
                .hasMessage("'options' of a magic is to be a list, got 'all'");
    }

    @Test
    void theLastParameterTakesTheWordsThatFollowIfItTakesMany() {
        assertThat(FAST.positional(5)).contains(TABLES);
        assertThat(MagicDescription.own("mine", Kind.LINE).positional(0)).isEmpty();
    }
}
