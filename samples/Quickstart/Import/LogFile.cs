using System.Text;

namespace Quickstart.Import;

/// <summary>Opens files of the user, and says in one sentence why one cannot be read.</summary>
internal static class LogFile
{
    private const int Looked = 4096;

    internal static StreamReader Open(string path, string what)
    {
        if (Directory.Exists(path))
        {
            throw new RefusedException($"The {what} {path} is a folder; a file is needed.");
        }

        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
            var head = new byte[Looked];
            var length = stream.ReadAtLeast(head, Looked, throwOnEndOfStream: false);
            stream.Position = 0;
            if (length == 0 || IsBinary(head.AsSpan(0, length)))
            {
                stream.Dispose();
                throw new RefusedException(length == 0 ? $"The {what} {path} is empty." : $"The {what} {path} is not a text file.");
            }

            return new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusedException($"The {what} {path} does not exist.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException($"The {what} {path} cannot be read: {fault.Message}", fault);
        }
    }

    internal static string ReadAll(string path, string what)
    {
        using var reader = Open(path, what);
        return reader.ReadToEnd();
    }

    private static bool IsBinary(ReadOnlySpan<byte> head) =>
        !head.StartsWith<byte>([0xFF, 0xFE]) && !head.StartsWith<byte>([0xFE, 0xFF])
        && head.Contains((byte)0);
}
