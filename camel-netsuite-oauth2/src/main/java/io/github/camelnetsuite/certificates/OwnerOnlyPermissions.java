package io.github.camelnetsuite.certificates;

import io.github.camelnetsuite.ErrorFacts;
import io.github.camelnetsuite.NetSuiteConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How "only the owner" is said to the file system: POSIX permissions, or an access control list where there are none. */
final class OwnerOnlyPermissions {

    static final Set<PosixFilePermission> POSIX =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnlyPermissions() {}

    static FileAttribute<?> of(Path path) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return PosixFilePermissions.asFileAttribute(POSIX);
        }
        if (!views.contains("acl")) {
            throw new NetSuiteConfigurationException(
                    path + " is on a file system without permissions, so others could read the "
                            + "private key. Choose a folder on a local disk.");
        }
        String user = System.getProperty("user.name");
        try {
            return acl(path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
        } catch (IOException e) {
            throw new NetSuiteConfigurationException(
                    path
                            + " cannot be kept to its owner: the system does not know the user running this. Choose a folder on a "
                            + "local disk.",
                    ErrorFacts.none(),
                    e);
        }
    }

    /** One entry, for the owner; whoever is not listed gets nothing. */
    static FileAttribute<List<AclEntry>> acl(UserPrincipal owner) {
        var entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new AclAttribute(List.of(entry));
    }

    private record AclAttribute(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {
        @Override
        public String name() {
            return "acl:acl";
        }
    }
}
