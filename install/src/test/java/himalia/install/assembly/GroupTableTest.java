package himalia.install.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GroupTableTest {
    @Test
    void theFirstGroupOfAJarOwnsItsPackages() {
        var table = GroupTable.parse("a: x y-* # words\n\nb: y-one z\n");

        assertThat(table.groups("y-one")).containsExactly("a", "b");
        assertThat(table.groups("x")).containsExactly("a");
    }

    @Test
    void aJarWithoutALineIsAGroupOfItsOwn() {
        assertThat(GroupTable.parse("a: x").groups("newcomer")).containsExactly("newcomer");
    }

    @Test
    void aLineWithoutAColonIsShown() {
        assertThatThrownBy(() -> GroupTable.parse("tablesaw tablesaw-core"))
                .hasMessage("groups.txt: expected 'group: jar jar', got 'tablesaw tablesaw-core'");
    }

    @Test
    void aJarsNameIsKnownWithoutItsVersion() {
        assertThat(new Jar(Path.of("xgboost4j_2.12-3.4.0.jar")).artifact())
                .isEqualTo("xgboost4j_2.12");
        assertThat(new Jar(Path.of("pytorch-native-cpu-2.7.1-linux-x86_64.jar")).artifact())
                .isEqualTo("pytorch-native-cpu");
        assertThat(new Jar(Path.of("plain.jar")).artifact()).isEqualTo("plain");
    }
}
