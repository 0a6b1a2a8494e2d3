package himalia.install;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;

/** Who may know whom, and what nobody may do. */
@ArchTag("once")
@AnalyzeClasses(packages = "himalia", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] PLATFORM = {
        "java..", "javax..", "jdk..", "com.sun..", "sun.misc..", "org.jspecify.."
    };

    // --- Between modules: arrows point one way ---

    @ArchTest
    static final ArchRule bundle_knows_the_jdk_only =
            room("himalia.display.bundle..", "himalia.display.bundle..");

    @ArchTest
    static final ArchRule grid_knows_bundles_only =
            room("himalia.display.grid..", "himalia.display.grid..", "himalia.display.bundle..");

    @ArchTest
    static final ArchRule charts_know_bundles_and_xchart =
            room(
                    "himalia.display.chart..",
                    "himalia.display.chart..",
                    "himalia.display.bundle..",
                    "org.knowm.xchart..");

    @ArchTest
    static final ArchRule widgets_know_bundles_only =
            room(
                    "himalia.display.widget..",
                    "himalia.display.widget..",
                    "himalia.display.bundle..");

    @ArchTest
    static final ArchRule what_magics_see_is_bundles_only =
            room("himalia.magics.spi..", "himalia.magics.spi..", "himalia.display.bundle..");

    @ArchTest
    static final ArchRule the_link_knows_the_jdk_only = room("himalia.link..", "himalia.link..");

    @ArchTest
    static final ArchRule the_link_knows_no_question = ours("himalia.link", "himalia.link");

    @ArchTest
    static final ArchRule the_worker_knows_link_bundle_and_magics_interfaces =
            room(
                    "himalia.worker..",
                    "himalia.worker..",
                    "REPL..",
                    "himalia.link..",
                    "himalia.display.bundle..",
                    "himalia.magics.spi..",
                    "org.objectweb.asm..");

    @ArchTest
    static final ArchRule the_kernel_knows_link_bundle_and_what_magics_see =
            room(
                    "himalia.kernel..",
                    "himalia.kernel..",
                    "himalia.javac..",
                    "himalia.link..",
                    "himalia.magics.spi..",
                    "himalia.display.bundle..",
                    "org.zeromq..",
                    "zmq..",
                    "org.objectweb.asm..",
                    "eu.maveniverse..",
                    "org.eclipse.aether..");

    @ArchTest
    static final ArchRule the_client_knows_the_protocol =
            ours(
                            "himalia.client..",
                            "himalia.client..",
                            "himalia.kernel.protocol..",
                            "himalia.kernel.channels..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_depends_on_install =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("himalia.install..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("himalia.install.."));

    @ArchTest
    static final ArchRule the_library_works_without_notebooks =
            noClasses()
                    .that(library())
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "himalia.kernel..",
                                    "himalia.worker..",
                                    "himalia.link..",
                                    "himalia.client..",
                                    "himalia.magics.."));

    @ArchTest
    static final ArchRule magics_know_no_kernel =
            noClasses()
                    .that()
                    .resideInAPackage("himalia.magics..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage(
                                    "himalia.kernel..",
                                    "himalia.worker..",
                                    "himalia.link..",
                                    "himalia.client.."));

    // --- Inside the kernel process ---

    @ArchTest
    static final ArchRule json_knows_nothing =
            ours("himalia.kernel.protocol.json", "himalia.kernel.protocol.json");

    @ArchTest
    static final ArchRule the_envelope_knows_json_alone =
            ours(
                    "himalia.kernel.protocol",
                    "himalia.kernel.protocol",
                    "himalia.kernel.protocol.json");

    @ArchTest
    static final ArchRule contents_know_the_envelope_and_json =
            ours("himalia.kernel.protocol.content", "himalia.kernel.protocol..");

    @ArchTest
    static final ArchRule channels_know_the_protocol =
            ours("himalia.kernel.channels", "himalia.kernel.channels", "himalia.kernel.protocol..");

    @ArchTest
    static final ArchRule what_is_opened_knows_nobody =
            ours("himalia.kernel.opened", "himalia.kernel.opened");

    @ArchTest
    static final ArchRule cells_know_the_compiler_and_what_is_opened =
            ours(
                    "himalia.kernel.cells",
                    "himalia.kernel.cells",
                    "himalia.kernel.opened",
                    "himalia.javac");

    @ArchTest
    static final ArchRule the_class_path_knows_cells =
            ours("himalia.kernel.classpath", "himalia.kernel.classpath", "himalia.kernel.cells");

    @ArchTest
    static final ArchRule java_knows_java_not_jupyter =
            ours(
                    "himalia.kernel.java",
                    "himalia.kernel.java",
                    "himalia.kernel.cells",
                    "himalia.kernel.classpath",
                    "himalia.javac",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule advice_knows_java =
            ours(
                    "himalia.kernel.advice",
                    "himalia.kernel.advice",
                    "himalia.kernel.java",
                    "himalia.kernel.cells",
                    "himalia.kernel.classpath",
                    "himalia.javac",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule help_knows_java =
            ours(
                    "himalia.kernel.help",
                    "himalia.kernel.help",
                    "himalia.javac",
                    "himalia.kernel.java",
                    "himalia.kernel.cells",
                    "himalia.kernel.classpath");

    @ArchTest
    static final ArchRule expressions_know_java =
            ours(
                    "himalia.kernel.expression",
                    "himalia.kernel.expression",
                    "himalia.kernel.java",
                    "himalia.kernel.cells",
                    "himalia.javac");

    @ArchTest
    static final ArchRule magic_knows_java_and_help =
            ours(
                    "himalia.kernel.magic",
                    "himalia.kernel.magic",
                    "himalia.kernel.java",
                    "himalia.kernel.cells",
                    "himalia.kernel.help",
                    "himalia.kernel.classpath",
                    "himalia.kernel.protocol.json",
                    "himalia.magics.spi",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule maven_knows_nobody = ours("himalia.kernel.maven", "himalia.kernel.maven");

    @ArchTest
    static final ArchRule workers_know_java_and_the_link =
            ours(
                    "himalia.kernel.workers",
                    "himalia.kernel.workers",
                    "himalia.kernel.java",
                    "himalia.link",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule settings_know_the_class_path_and_workers =
            ours(
                    "himalia.kernel.settings",
                    "himalia.kernel.settings",
                    "himalia.kernel.classpath",
                    "himalia.kernel.workers");

    @ArchTest
    static final ArchRule questions_know_who_can_answer =
            ours(
                    "himalia.kernel.questions",
                    "himalia.kernel.questions",
                    "himalia.kernel.java",
                    "himalia.kernel.help",
                    "himalia.kernel.settings",
                    "himalia.kernel.workers",
                    "himalia.kernel.maven",
                    "himalia.link..");

    @ArchTest
    static final ArchRule the_debugger_knows_java_expressions_and_workers =
            ours(
                    "himalia.kernel.debugger",
                    "himalia.kernel.debugger",
                    "himalia.kernel.opened",
                    "himalia.kernel.java",
                    "himalia.kernel.expression",
                    "himalia.kernel.workers",
                    "himalia.kernel.protocol.json",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule the_session_knows_no_socket_and_no_compiler =
            ours(
                    "himalia.kernel.session",
                    "himalia.kernel.session",
                    "himalia.kernel.protocol..",
                    "himalia.kernel.java",
                    "himalia.kernel.help",
                    "himalia.kernel.magic",
                    "himalia.kernel.questions",
                    "himalia.kernel.settings",
                    "himalia.kernel.workers",
                    "himalia.kernel.debugger",
                    "himalia.link.question",
                    "himalia.display.bundle");

    @ArchTest
    static final ArchRule no_circle_in_the_kernel =
            slices().matching("himalia.kernel.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_channels_and_the_client_touch_sockets =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("himalia.kernel.channels..", "himalia.client..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage("org.zeromq..", "zmq.."));

    // --- Inside the library: a package imports lower ranks only, never its neighbours ---

    @ArchTest static final ArchRule library_ranks_are_kept = LibraryRanks.rule();

    // --- What nobody does ---

    @ArchTest
    static final ArchRule the_standard_streams_belong_to_the_user =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("himalia.install.cli..", "himalia.worker..")
                    .and()
                    .doNotHaveFullyQualifiedName("himalia.display.bundle.PlainSink")
                    // Its whole purpose is to print what a command says into the cell.
                    .and()
                    .doNotHaveFullyQualifiedName("himalia.magics.notebook.ShellCommand")
                    // Prints for the cell that calls it.
                    .and()
                    .doNotHaveFullyQualifiedName(
                            "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics")
                    // Prints what a cell printed before.
                    .and()
                    .doNotHaveFullyQualifiedName("himalia.magics.spi.Captured")
                    // Before its sockets are open, the kernel has nowhere else to say what is
                    // wrong.
                    .and()
                    .doNotHaveFullyQualifiedName("himalia.kernel.Main")
                    .should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nobody_throws_an_exception_without_a_name =
            noClasses().should().callConstructorWhere(makesNamelessException());

    @ArchTest
    static final ArchRule chance_has_a_seed_and_time_has_a_clock =
            noClasses()
                    .that(library())
                    .should()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now");

    private static ArchRule room(String room, String... mayUse) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(with(PLATFORM, mayUse)).or(arrays()));
    }

    /** Restricts what a package may know of our own packages, whatever libraries it uses. */
    private static ArchRule ours(String room, String... mayUse) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("himalia..")
                                .and(DescribedPredicate.not(resideInAnyPackage(mayUse))))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> library() {
        return DescribedPredicate.describe("are of the library", LibraryRanks::isLibrary);
    }

    private static DescribedPredicate<JavaClass> arrays() {
        return DescribedPredicate.describe("arrays", type -> type.isArray() || type.isPrimitive());
    }

    private static DescribedPredicate<JavaConstructorCall> makesNamelessException() {
        return DescribedPredicate.describe(
                "makes a RuntimeException, Exception or Error without a name of its own",
                call -> {
                    var made = call.getTargetOwner().getFullName();
                    var nameless =
                            made.equals("java.lang.RuntimeException")
                                    || made.equals("java.lang.Exception")
                                    || made.equals("java.lang.Error");
                    return nameless && !call.getOriginOwner().isAssignableTo(Throwable.class);
                });
    }

    private static String[] with(String[] some, String[] more) {
        var all = new String[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
