package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // what a cell may write all the same
class SourcesTest {
    @Test
    void whatIsMadeOfNothingIsRefusedWhereItIsMade() {
        assertThatThrownBy(() -> new Markdown(null))
                .hasMessage("the source is null; an example is new Markdown(\"**bold**\")");
        assertThatThrownBy(() -> new Html(null)).hasMessageStartingWith("the source is null; ");
        assertThatThrownBy(() -> new Latex(null)).hasMessageStartingWith("the source is null; ");
        assertThatThrownBy(() -> new Mermaid(null)).hasMessageStartingWith("the source is null; ");
        assertThatThrownBy(() -> new Svg(null)).hasMessageStartingWith("the source is null; ");
        assertThatThrownBy(() -> new VegaLite(null)).hasMessageStartingWith("the specification is");
    }
}
