package io.github.camelnetsuite.examples.flows.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFolderTest {

    @TempDir
    private Path path;

    @Test
    void aFileIsThereAsAWholeAndNothingElseIs() throws IOException {
        DurableFolder folder = DurableFolder.open(path);

        folder.write("a.json", bytes("first"));
        folder.write("a.json", bytes("second"));

        assertThat(path.resolve("a.json")).hasContent("second");
        assertThat(path.toFile().list()).containsExactly("a.json");
    }

    @Test
    void whatACrashLeftUnfinishedIsRemovedAtTheNextStart() throws IOException {
        Files.writeString(path.resolve(".unfinished-1"), "ha");
        Files.writeString(path.resolve("a.json"), "whole");

        DurableFolder folder = DurableFolder.open(path);

        assertThat(folder.names("")).containsExactly("a.json");
        assertThat(path.resolve(".unfinished-1")).doesNotExist();
    }

    @Test
    void aFolderAmongTheFilesIsNoFile() throws IOException {
        DurableFolder folder = DurableFolder.open(path.resolve("made/with/those/above"));
        Files.createDirectory(folder.path().resolve("sub.json"));
        folder.write("a.json", bytes("x"));

        assertThat(folder.names("")).containsExactly("a.json");
    }

    @Test
    void aFailedWriteLeavesNothing() throws IOException {
        DurableFolder folder = DurableFolder.open(path);
        Files.createDirectories(path.resolve("a.json/not-empty"));

        assertThatThrownBy(() -> folder.write("a.json", bytes("x"))).isInstanceOf(IOException.class);

        assertThat(path.toFile().list()).containsExactly("a.json");
    }

    @Test
    void aFileMovesAsAWhole() throws IOException {
        DurableFolder from = DurableFolder.open(path.resolve("from"));
        DurableFolder to = DurableFolder.open(path.resolve("to"));
        from.write("a.json", bytes("x"));

        from.move("a.json", to);

        assertThat(from.names(".json")).isEmpty();
        assertThat(path.resolve("to/a.json")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "sub/a", ".hidden", "", "/etc/passwd"})
    void aNameThatLeadsElsewhereIsRefused(String name) {
        DurableFolder folder = DurableFolder.open(path);

        assertThatThrownBy(() -> folder.write(name, bytes("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + name + "' is not the name of a file in " + path);
    }

    @Test
    void aPrivateFolderIsForItsOwnerOnlyAlsoWhenItWasOpenBefore() throws IOException {
        assumeTrue(Files.getFileStore(path).supportsFileAttributeView("posix"));
        Path made = path.resolve("made/by-us");
        Path open = Files.createDirectory(path.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        DurableFolder.makePrivate(made);
        DurableFolder.makePrivate(open);

        assertThat(List.of(made, open))
                .allSatisfy(folder -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                        .isEqualTo("rwx------"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
