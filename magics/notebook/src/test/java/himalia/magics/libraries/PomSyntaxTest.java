package himalia.magics.libraries;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomSyntaxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<dependencies/><repositories/>",
                "<?xml version='1.0'?>\n<!-- ours --><project xmlns='a'><dependencies/></project>",
                "<properties><project.encoding>a</project.encoding></properties><dependencies/>"
            })
    void aProjectAndItsPartsAreTaken(String pom) {
        assertThatCode(() -> PomSyntax.check(pom)).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoXmlIsOneClearLine() {
        assertThatThrownBy(() -> PomSyntax.check("this is not xml"))
                .hasMessage(
                        "the text is no pom.xml, it has no elements; write a <project>, or what stands in one, such as <dependencies>…</dependencies>");
        assertThatThrownBy(() -> PomSyntax.check("\n<?xml version=\"1.0\"?>\n\n<a></b>"))
                .hasMessageStartingWith("the text is no pom.xml, line 4: ");
        assertThatThrownBy(() -> PomSyntax.check("\n\n<a>"))
                .hasMessageStartingWith("the text is no pom.xml, line 3: ")
                .hasMessageNotContaining("\n");
    }
}
