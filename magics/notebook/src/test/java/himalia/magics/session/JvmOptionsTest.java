package himalia.magics.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class JvmOptionsTest {
    @Test
    void blanksPartOptionsAndMayStandInTheirValues() {
        assertThat(JvmOptions.of(List.of(" -Da=1  -XX:+UseZGC ", "-Dc=x  y -ea")))
                .containsExactly("-Da=1", "-XX:+UseZGC", "-Dc=x  y", "-ea");
        assertThat(JvmOptions.of(List.of("--add-opens java.base/java.lang=ALL-UNNAMED -Dq=1")))
                .containsExactly("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Dq=1");
        assertThat(JvmOptions.of(List.of("-cp a.jar -javaagent:/my agents/a.jar @file")))
                .containsExactly("-cp", "a.jar", "-javaagent:/my agents/a.jar", "@file");
        assertThat(JvmOptions.of(List.of("", " "))).isEmpty();
    }

    @Test
    void aWordThatIsNoOptionIsNamed() {
        assertThatThrownBy(() -> JvmOptions.of(List.of("-ea", "foo -Da=1")))
                .hasMessage(
                        "%jvm: --options takes options of the JVM, which begin with -, got 'foo'");
    }

    @Test
    void whatIsSetAgainTakesThePlaceOfWhatWasSet() {
        var change = new JvmChange();
        change.options(List.of("-Da=2", "-XX:MaxMetaspaceSize=2g", "-ea"));
        assertThat(change.question())
                .containsEntry("remove", List.of("-Da=", "-XX:MaxMetaspaceSize="))
                .containsEntry("options", List.of("-Da=2", "-XX:MaxMetaspaceSize=2g", "-ea"));
    }

    @Test
    void oneCollectorTakesThePlaceOfAnother() {
        var change = new JvmChange();
        change.options(List.of("-XX:+UseParallelGC"));
        assertThat(change.question().get("remove"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("-XX:+UseSerialGC", "-XX:+UseParallelGC", "-XX:+UseZGC");
    }
}
