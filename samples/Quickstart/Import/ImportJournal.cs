using System.Text;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Import;

/// <summary>A file to which every committed fact is appended as one line of JSON, so that a later run goes on from there.</summary>
internal sealed class ImportJournal : IDisposable
{
    private readonly FileStream _file;
    private readonly HashSet<EventId> _written = [];

    private ImportJournal(FileStream file) => _file = file;

    /// <summary>Gets how many facts it holds.</summary>
    internal int Count => _written.Count;

    /// <summary>Opens a journal or begins one. A last line that was cut off when a run was killed is taken away.</summary>
    internal static ImportJournal Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            CutTail(file);
            return new ImportJournal(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ImportException($"The journal {path} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>Reads what earlier runs committed.</summary>
    internal async IAsyncEnumerable<HostFact> ReadAsync()
    {
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, leaveOpen: true);
        for (long line = 1; await reader.ReadLineAsync() is { } text; line++)
        {
            var fact = Read(text, line);
            _written.Add(fact.EventId);
            yield return fact;
        }
    }

    /// <summary>Appends what was committed just now; what is there already is not written again.</summary>
    internal void Append(IEnumerable<HostFact> facts, Instant now)
    {
        _file.Position = _file.Length;
        foreach (var fact in facts)
        {
            if (_written.Add(fact.EventId))
            {
                _file.Write(Encoding.UTF8.GetBytes(TimelineJson.Write(EventOf(fact, now)) + '\n'));
            }
        }

        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();

    private static HostFact Read(string line, long number)
    {
        try
        {
            return TimelineJson.Read(line) is { Entry: IFact fact } told
                ? new HostFact
                {
                    Candidate = told.Origin,
                    EventId = told.Id,
                    OccurredAt = told.OccurredAt,
                    SourceOrder = told.SourceOrder,
                    Precision = told.Precision,
                    Actor = told.Actor,
                    Fact = fact,
                }
                : throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new ImportException($"Line {number} of the journal is not a fact; take another file, or mend that line.", fault);
        }
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

    private static void CutTail(FileStream file)
    {
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        file.SetLength(end);
    }
}
