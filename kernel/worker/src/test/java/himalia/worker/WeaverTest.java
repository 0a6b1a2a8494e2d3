package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class WeaverTest {
    private static byte[] classWith(String method, int loops) {
        return classWith("REPL/Made", method, loops);
    }

    private static byte[] classWith(String name, String method, int loops) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        var code = writer.visitMethod(Opcodes.ACC_STATIC, method, "()V", null, null);
        code.visitCode();
        for (int i = 0; i < loops; i++) {
            var again = new Label();
            code.visitLabel(again);
            code.visitInsn(Opcodes.ICONST_0);
            code.visitJumpInsn(Opcodes.IFNE, again);
        }
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    @Test
    void aMethodGetsStopChecksAndAClassInitialiserNone() {
        var method = classWith("run", 1);
        assertThat(Weaver.weave(method)).hasSizeGreaterThan(method.length);
        assertThat(new String(Weaver.weave(method), StandardCharsets.ISO_8859_1))
                .contains("StopChecks");
        var initialiser = classWith("<clinit>", 1);
        assertThat(new String(Weaver.weave(initialiser), StandardCharsets.ISO_8859_1))
                .doesNotContain("StopChecks");
    }

    /** It is called once and by us, who ask before that; what is linked in it costs each cell. */
    @Test
    void theMethodOfACellHasChecksInItsLoopsAndNoneAtItsEntry() {
        assertThat(woven("REPL/$Cell7", "do_it$", 0)).doesNotContain("StopChecks");
        assertThat(woven("REPL/$Cell7", "do_it$", 1)).contains("StopChecks");
        assertThat(woven("REPL/$Cell7", "work", 0)).contains("StopChecks");
        assertThat(woven("REPL/$Cell7$Own", "do_it$", 0)).contains("StopChecks");
    }

    private static String woven(String type, String method, int loops) {
        return new String(
                Weaver.weave(classWith(type, method, loops)), StandardCharsets.ISO_8859_1);
    }

    /** Behind which a cell ends that kept something; loops over numbers stay as they are. */
    @Test
    void aReferenceThatAFieldIsGivenHasACheckBehindItAndANumberNone() {
        assertThat(checks(classThatGives("Ljava/lang/String;", Opcodes.ACONST_NULL))).isEqualTo(1);
        assertThat(checks(classThatGives("I", Opcodes.ICONST_0))).isZero();
    }

    private static byte[] classThatGives(String type, int value) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "REPL/Made", null, "java/lang/Object", null);
        writer.visitField(Opcodes.ACC_STATIC, "given", type, null, null).visitEnd();
        var code = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        code.visitCode();
        code.visitInsn(value);
        code.visitFieldInsn(Opcodes.PUTSTATIC, "REPL/Made", "given", type);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 0);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private static int checks(byte[] original) {
        var count = new AtomicInteger();
        new ClassReader(Weaver.weave(original))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    String signature,
                                    String[] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode,
                                            String owner,
                                            String called,
                                            String type,
                                            boolean ofInterface) {
                                        count.addAndGet(called.equals("behindVariable") ? 1 : 0);
                                    }
                                };
                            }
                        },
                        0);
        return count.get();
    }

    @Test
    void aMethodThatWouldGrowTooLargeStaysAsItIs() {
        var large = classWith("run", 16_000);
        assertThat(Weaver.weave(large)).isEqualTo(large);
    }

    @Test
    void aClassOfAnotherAgeStaysAsItIs() {
        var future = classWith("run", 1);
        future[7] = (byte) 200;
        assertThat(Weaver.weave(future)).isEqualTo(future);
        var torn = Arrays.copyOf(future, 40);
        assertThat(Weaver.weave(torn)).isEqualTo(torn);
    }

    /** To link one would fail there, in a full heap, where the user's code would not. */
    @Test
    void aLoopThatAnswersAnErrorHasNoCallSite() {
        assertThat(sitesOf("java/lang/OutOfMemoryError")).isEqualTo(2);
        assertThat(sitesOf("java/lang/Exception")).isEqualTo(3);
    }

    /** Returns how many call sites there are in {@code try { } catch (type e) { loop } loop}, one at the entry. */
    private static long sitesOf(String type) {
        var writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "REPL/Made", null, "java/lang/Object", null);
        var code = writer.visitMethod(Opcodes.ACC_STATIC, "run", "()V", null, null);
        var labels = Stream.generate(Label::new).limit(5).toArray(Label[]::new);
        code.visitCode();
        code.visitTryCatchBlock(labels[0], labels[1], labels[2], type);
        code.visitLabel(labels[0]);
        code.visitInsn(Opcodes.NOP);
        code.visitLabel(labels[1]);
        code.visitJumpInsn(Opcodes.GOTO, labels[3]);
        code.visitLabel(labels[2]);
        code.visitInsn(Opcodes.POP);
        code.visitLabel(labels[4]);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitJumpInsn(Opcodes.IFNE, labels[4]);
        code.visitLabel(labels[3]);
        code.visitInsn(Opcodes.ICONST_0);
        code.visitJumpInsn(Opcodes.IFNE, labels[3]);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 0);
        code.visitEnd();
        writer.visitEnd();
        var sites = new AtomicInteger();
        new ClassReader(Weaver.weave(writer.toByteArray()))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String type, String s, String[] e) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitInvokeDynamicInsn(
                                            String name, String type, Handle by, Object... more) {
                                        sites.incrementAndGet();
                                    }
                                };
                            }
                        },
                        0);
        return sites.get();
    }
}
