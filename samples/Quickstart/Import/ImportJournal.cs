using System.Text;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Import;

/// <summary>A file to which every committed fact is appended as one line of JSON, so that a later run goes on from there.</summary>
internal sealed class ImportJournal : IDisposable
{
    private const string Beginning = """{"schema":""";
    private readonly FileStream _file;
    private readonly HashSet<EventId> _written = [];
    private readonly long _lines;
    private long _length;

    private ImportJournal(FileStream file, long lines, long length)
    {
        _file = file;
        _lines = lines;
        _length = length;
    }

    /// <summary>Gets how many facts it holds.</summary>
    internal int Count => _written.Count;

    /// <summary>Opens a journal or begins one. Nothing is changed before the first fact is appended.</summary>
    internal static ImportJournal Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new RefusedException($"The journal {path} is a folder; a file is needed.");
        }

        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            var (lines, length) = WholeLines(file);
            return new ImportJournal(file, lines, length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RefusedException($"The journal {path} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Reads what earlier runs committed. A last line that was cut off when a run was killed does not count.</summary>
    internal async IAsyncEnumerable<HostFact> ReadAsync()
    {
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        for (long line = 1; line <= _lines; line++)
        {
            var fact = Read(await reader.ReadLineAsync() ?? string.Empty, line);
            _written.Add(fact.EventId);
            yield return fact;
        }

        var rest = await reader.ReadLineAsync() ?? string.Empty;
        Require(rest.StartsWith(Beginning, StringComparison.Ordinal) || Beginning.StartsWith(rest, StringComparison.Ordinal), _lines + 1);
    }

    /// <summary>Appends what was committed just now; what is there already is not written again.</summary>
    internal void Append(IEnumerable<HostFact> facts, Instant now)
    {
        _file.SetLength(_length); // What was cut off is written anew.
        _file.Position = _length;
        foreach (var fact in facts)
        {
            if (_written.Add(fact.EventId))
            {
                _file.Write(Encoding.UTF8.GetBytes(TimelineJson.Write(EventOf(fact, now)) + '\n'));
            }
        }

        _file.Flush(flushToDisk: true);
        _length = _file.Length;
    }

    public void Dispose() => _file.Dispose();

    private static HostFact Read(string line, long number)
    {
        TimelineEvent? told = null;
        try
        {
            told = TimelineJson.Read(line);
        }
        catch (JsonException)
        {
            Require(false, number);
        }

        Require(told is { Entry: IFact }, number);
        return new HostFact
        {
            Candidate = told!.Origin,
            EventId = told.Id,
            OccurredAt = told.OccurredAt,
            SourceOrder = told.SourceOrder,
            Precision = told.Precision,
            Actor = told.Actor,
            Fact = (IFact)told.Entry,
        };
    }

    private static TimelineEvent EventOf(HostFact fact, Instant now) => new()
    {
        Relationship = new RelationshipKey(TenantId.Single, fact.Candidate),
        Id = fact.EventId,
        OccurredAt = fact.OccurredAt,
        RecordedAt = now,
        SourceOrder = fact.SourceOrder,
        Precision = fact.Precision,
        Actor = fact.Actor,
        Entry = fact.Fact,
    };

    private static (long Lines, long Length) WholeLines(FileStream file)
    {
        var buffer = new byte[1 << 16];
        long lines = 0, length = 0, before = 0;
        for (int read; (read = file.Read(buffer)) > 0; before += read)
        {
            var text = buffer.AsSpan(0, read);
            lines += text.Count((byte)'\n');
            length = text.LastIndexOf((byte)'\n') is var last and >= 0 ? before + last + 1 : length;
        }

        return (lines, length);
    }

    private static void Require(bool right, long line)
    {
        if (!right)
        {
            throw new RefusedException($"Line {line} of the journal is not a fact; take another file, or mend that line.");
        }
    }
}
