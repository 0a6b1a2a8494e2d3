package himalia.install.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpecFoldersTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void eachSystemHasItsOwnFolderForTheUsersKernels() {
        assertThat(user("Linux", Map.of())).isEqualTo(HOME.resolve(".local/share/jupyter/kernels"));
        assertThat(user("Linux", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/jupyter/kernels"));
        assertThat(user("Mac OS X", Map.of())).isEqualTo(HOME.resolve("Library/Jupyter/kernels"));
        assertThat(user("Windows 11", Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/jupyter/kernels"));
        assertThat(user("Windows 11", Map.of()))
                .isEqualTo(HOME.resolve("AppData/Roaming/jupyter/kernels"));
    }

    @Test
    void jupytersOwnVariableWinsEverywhere() {
        for (var system : new String[] {"Linux", "Mac OS X", "Windows 11"}) {
            assertThat(user(system, Map.of("JUPYTER_DATA_DIR", "/mine")))
                    .isEqualTo(Path.of("/mine/kernels"));
        }
    }

    @Test
    void foldersAreLookedIntoInJupytersOrder() {
        var folders =
                new SpecFolders(
                        "Linux",
                        Map.of("JUPYTER_PATH", "/one" + File.pathSeparator + "/two"),
                        HOME);

        assertThat(folders.all(Optional.of(Path.of("/venv"))))
                .containsExactly(
                        Path.of("/one/kernels"),
                        Path.of("/two/kernels"),
                        HOME.resolve(".local/share/jupyter/kernels"),
                        Path.of("/venv/share/jupyter/kernels"),
                        Path.of("/usr/local/share/jupyter/kernels"),
                        Path.of("/usr/share/jupyter/kernels"));
    }

    private static Path user(String system, Map<String, String> environment) {
        return new SpecFolders(system, environment, HOME).user();
    }
}
