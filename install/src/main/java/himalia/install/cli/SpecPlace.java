package himalia.install.cli;

import himalia.install.kernelspec.KernelSpec;
import himalia.install.kernelspec.PythonPrefix;
import himalia.install.kernelspec.SpecFolder;
import himalia.install.kernelspec.SpecFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where a kernelspec belongs, and under which name. */
final class SpecPlace {
    @ArgGroup private @Nullable Where where;

    @Option(
            names = "--name",
            defaultValue = KernelSpec.DEFAULT_NAME,
            description = "Name by which notebooks ask for the kernel. Default: ${DEFAULT-VALUE}.")
    private String name = KernelSpec.DEFAULT_NAME;

    String name() {
        return name;
    }

    SpecFolder folder() {
        var folders = SpecFolders.here();
        if (where != null && where.prefix != null) {
            return new SpecFolder(folders.below(where.prefix.toAbsolutePath()));
        }
        if (where != null && where.sysPrefix) {
            return new SpecFolder(folders.below(pythonPrefix()));
        }
        return new SpecFolder(folders.user());
    }

    private static Path pythonPrefix() {
        return PythonPrefix.find()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "--sys-prefix: no python on the PATH to ask for its"
                                                + " environment; activate it, or name it with"
                                                + " --prefix"));
    }

    static final class Where {
        @Option(
                names = "--user",
                description = "For this user, found by every Jupyter of theirs. The default.")
        @SuppressWarnings("UnusedVariable") // It is the default; people may say so.
        private boolean user;

        @Option(
                names = "--sys-prefix",
                description = "For the environment of the python on the PATH.")
        private boolean sysPrefix;

        @Option(
                names = "--prefix",
                paramLabel = "DIR",
                description = "Below DIR/share/jupyter/kernels.")
        private @Nullable Path prefix;
    }
}
