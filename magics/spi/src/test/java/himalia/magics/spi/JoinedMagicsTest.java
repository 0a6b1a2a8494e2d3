package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.spi.MagicDescription.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedMagicsTest {
    private static MagicDescription magic(String name, String className) {
        return new MagicDescription(
                name, className, Kind.LINE, "void", "", "", List.of(), List.of());
    }

    private static MagicDescription family(String className, MagicDescription... subcommands) {
        return new MagicDescription(
                "train",
                className,
                Kind.LINE,
                false,
                "void",
                "",
                "",
                List.of(),
                List.of(),
                "ALGORITHM",
                List.of(subcommands));
    }

    @Test
    void aJarAddsSubcommandsToAFamilyOfAnotherInWhateverOrderTheyCome() {
        var ours = family("our.Train", magic("trees", "our.Trees"));
        var theirs = family("", magic("forest", "their.Forest"), magic("trees", "their.Trees"));

        for (var jars : List.of(List.of(ours, theirs), List.of(theirs, ours))) {
            var joined = JoinedMagics.of(jars).get("train");
            assertThat(joined.className()).isEqualTo("our.Train");
            assertThat(joined.subcommands())
                    .extracting(MagicDescription::className)
                    .containsExactly("their.Forest", "our.Trees");
        }
    }

    @Test
    void ofTwoMagicsOfOneNameTheFirstIsThere() {
        assertThat(JoinedMagics.of(List.of(magic("a", "one.A"), magic("a", "two.A"))))
                .containsOnlyKeys("a")
                .containsValue(magic("a", "one.A"));
    }

    @Test
    void whatIsAddedToAFamilyThatIsNotThereIsLeftOut() {
        assertThat(JoinedMagics.of(List.of(family("", magic("forest", "their.Forest"))))).isEmpty();
    }
}
