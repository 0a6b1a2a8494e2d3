package himalia.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownNamesTest {
    private static final String BEGIN = "Pipeline[StandardScaler[columns=[]], ";

    @Test
    void whatLooksAlikeWhereItIsCutIsShownFromWhereItDiffers() {
        assertThat(
                        ShownNames.of(
                                List.of(
                                        BEGIN + "Smote[neighbours=5, seed=42]]",
                                        BEGIN + "Smote[neighbours=7, seed=42]]",
                                        "Tree[depth=3]"),
                                50))
                .containsExactly(
                        "Pipeline[Sta…neighbours=5, seed=42]]",
                        "Pipeline[Sta…neighbours=7, seed=42]]",
                        "Tree[depth=3]");
    }

    @Test
    void whatIsToldApartByItsBeginStaysAsItIs() {
        var names = List.of(BEGIN + "Smote[neighbours=5, seed=42]]", BEGIN + "Tree[]]");

        assertThat(ShownNames.of(names, 50)).isEqualTo(names);
    }

    @Test
    void whatCannotBeToldApartIsNumbered() {
        var begin = "x".repeat(60);

        assertThat(ShownNames.of(List.of(begin + "a", begin + "b"), 50))
                .containsExactly("1: " + begin + "a", "2: " + begin + "b");
    }
}
