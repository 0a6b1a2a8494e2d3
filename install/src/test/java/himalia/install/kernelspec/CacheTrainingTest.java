package himalia.install.kernelspec;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.client.KernelClient;
import himalia.client.LaunchSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The caches of a distribution that has our jars, and a cache folder of its own. */
@Tag("kernel")
class CacheTrainingTest {
    private static final String OLD = "000000000000";

    @TempDir private static Path folder;

    private static StartupCache kernels =
            new StartupCache(Distribution.ofThisProcess(), InstalledJdk.running(), false);
    private static StartupCache workers = kernels;

    @BeforeAll
    static void train() throws IOException {
        try (var files = Files.list(Distribution.ofThisProcess().folder())) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                if (!name.equals("cache")) {
                    Files.createSymbolicLink(folder.resolve(name), file);
                }
            }
        }
        kernels = new StartupCache(new Distribution(folder), InstalledJdk.running(), false);
        workers = new StartupCache(new Distribution(folder), InstalledJdk.running(), true);
        Files.createDirectory(kernels.folder());
        for (var name :
                List.of(
                        kernels.prefix() + OLD + ".jsa",
                        workers.prefix() + OLD + ".jsa",
                        "kernel-9-" + OLD)) {
            Files.writeString(kernels.folder().resolve(name), "old");
        }
        new CacheTraining(command()).make();
    }

    /** Links into the distribution are not for JUnit to follow. */
    @AfterAll
    static void unlink() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void cachesOfOlderJarsAreRemovedAndThoseOfOtherJdksStay() throws IOException {
        try (var files = Files.list(kernels.folder())) {
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            kernels.file(),
                            kernels.sizeFile(),
                            workers.file(),
                            workers.sizeFile(),
                            new PackageList(new Distribution(folder), InstalledJdk.running())
                                    .file(),
                            kernels.folder().resolve("kernel-9-" + OLD));
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads what a process has mapped")
    void bothProcessesStartFromTheirCaches() throws Exception {
        try (var kernel = start(command().words())) {
            var worker = Long.parseLong(kernel.execute("ProcessHandle.current().pid()").text());

            assertThat(mapped(kernel.process().orElseThrow().pid()))
                    .contains(kernels.file().toString());
            assertThat(mapped(worker)).contains(workers.file().toString());
        }
    }

    private static String mapped(long process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process), "maps"));
    }

    @Test
    void aKernelWhoseCachesAreBrokenStartsAndSaysNothing() throws Exception {
        var whole =
                Map.of(
                        kernels.file(),
                        Files.readAllBytes(kernels.file()),
                        workers.file(),
                        Files.readAllBytes(workers.file()));
        // As a front end has it, which looks at no file.
        var installed = command().words();
        var said = new LinkedHashMap<Break, List<Object>>();
        try {
            for (var way : Break.values()) {
                for (var each : whole.entrySet()) {
                    Files.write(each.getKey(), way.of(each.getValue()));
                }
                said.put(way, said(way == Break.CUT_IN_ITS_MIDDLE ? command().words() : installed));
                assertThat(kernels.exists()).isEqualTo(way == Break.OTHER_BYTES);
            }
        } finally {
            for (var each : whole.entrySet()) {
                Files.write(each.getKey(), each.getValue());
            }
        }

        for (var way : Break.values()) {
            assertThat(said.get(way)).as(way.name()).containsExactly("2", List.of("mine\n"), "");
        }
    }

    /** How a file can be broken. */
    private enum Break {
        EMPTY {
            @Override
            byte[] of(byte[] whole) {
                return new byte[0];
            }
        },
        CUT_IN_ITS_HEADER {
            @Override
            byte[] of(byte[] whole) {
                return Arrays.copyOf(whole, 100);
            }
        },
        CUT_IN_ITS_MIDDLE {
            @Override
            byte[] of(byte[] whole) {
                return Arrays.copyOf(whole, whole.length / 2);
            }
        },
        OTHER_BYTES {
            @Override
            byte[] of(byte[] whole) {
                var bytes = new byte[whole.length];
                new Random(42).nextBytes(bytes);
                return bytes;
            }
        };

        abstract byte[] of(byte[] whole);
    }

    /** Returns the value and the printed text of a first and a second cell, and what the kernel itself printed. */
    private static List<Object> said(List<String> words) throws IOException, InterruptedException {
        var said = new ArrayList<Object>();
        try (var kernel = start(words)) {
            var first = kernel.execute("1 + 1");
            var second = kernel.execute("System.out.println(\"mine\");");
            said.add(first.text());
            var streams = new ArrayList<String>();
            for (var result : List.of(first, second)) {
                result.published("stream").forEach(each -> streams.add(each.fields().text("text")));
            }
            said.add(streams);
            said.add(kernel.output());
        }
        return said;
    }

    private static KernelCommand command() {
        return new KernelCommand(new Distribution(folder), InstalledJdk.running());
    }

    private static KernelClient start(List<String> words) throws IOException, InterruptedException {
        var environment =
                Map.of(
                        "HIMALIA_HISTORY",
                        "off",
                        "XDG_CONFIG_HOME",
                        folder.resolve("config").toString());
        return KernelClient.start(new LaunchSpec(words, environment, folder));
    }
}
