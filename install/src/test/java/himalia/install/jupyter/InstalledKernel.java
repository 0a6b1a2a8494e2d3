package himalia.install.jupyter;

import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.kernelspec.KernelSpec;
import himalia.install.kernelspec.SpecFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The kernel, installed where only the test's Jupyter looks. */
final class InstalledKernel {
    private InstalledKernel() {}

    /** Installs it below {@code folder} and returns the environment that finds it. */
    static Map<String, String> in(Path folder) throws IOException {
        var command = new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running());
        new SpecFolder(folder.resolve("kernels"))
                .install(KernelSpec.of(KernelSpec.DEFAULT_NAME, command));
        return Map.of(
                "JUPYTER_PATH", folder.toString(),
                "JUPYTER_CONFIG_DIR", folder.resolve("config").toString(),
                "JUPYTER_DATA_DIR", folder.resolve("data").toString(),
                "IPYTHONDIR", folder.resolve("ipython").toString(),
                "HIMALIA_HISTORY", folder.resolve("history.jsonl").toString(),
                "NO_COLOR", "1");
    }
}
