using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Import;

/// <summary>Turns the lines of an event log into facts, one by one. What a line lacks is noted; a valid line is never lost.</summary>
internal sealed class EventLog
{
    private readonly CsvReader _csv;
    private readonly LogColumns _columns;
    private readonly Timestamps _timestamps;
    private readonly ImportFaults _faults;
    private readonly Instant _latest;
    private readonly RowKeys _keys = new();
    private readonly Dictionary<string, ActivityRule>.AlternateLookup<ReadOnlySpan<char>> _rules;

    /// <summary>Initializes a log and reads its header.</summary>
    internal EventLog(TextReader text, ImportMap map, ImportFaults faults, Instant latest)
    {
        _csv = new CsvReader(text, map.Delimiter);
        _columns = LogColumns.Read(_csv, map);
        _timestamps = new Timestamps(map);
        _faults = faults;
        _latest = latest;
        _rules = map.Activities.ToDictionary(rule => rule.Activity, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal CaseRegister Cases { get; } = new();

    /// <summary>Gets how many lines were read, the header and empty ones not counted.</summary>
    internal long Lines { get; private set; }

    /// <summary>Gets how many of them the map has ignored.</summary>
    internal long Ignored { get; private set; }

    /// <summary>Reads on until the next fact; null at the end.</summary>
    internal HostFact? Next(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && _csv.Read())
        {
            Lines++;
            if (FactOfLine() is { } fact)
            {
                return fact;
            }
        }

        return null;
    }

    private HostFact? FactOfLine()
    {
        if (!HasColumns())
        {
            return null;
        }

        if (!_rules.TryGetValue(_csv[_columns.Activity], out var rule))
        {
            return LeftOut(FaultKind.UnknownActivity, _columns.Activity);
        }

        if (!_timestamps.TryRead(_csv[_columns.Timestamp], _latest, out var at, out var precision))
        {
            return LeftOut(FaultKind.BadTimestamp, _columns.Timestamp);
        }

        var name = _csv[_columns.Case].ToString();
        if (!CandidateId.TryFrom(name, out var candidate) || name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return LeftOut(FaultKind.BadCase, _columns.Case);
        }

        if (!TryReadSeq(out var seq))
        {
            return LeftOut(FaultKind.BadSequence, _columns.Seq);
        }

        if (rule.Fact == ActivityFact.Ignored)
        {
            Ignored++;
            return null;
        }

        return Named(candidate, rule, at, seq) is { } fact ? fact with { Precision = precision, Actor = ReadActor() } : null;
    }

    private HostFact? Named(CandidateId candidate, ActivityRule rule, Instant at, long? seq)
    {
        if (_keys.Name(candidate.Value, rule.Activity, at, seq) is not { } key)
        {
            return LeftOut(FaultKind.Duplicate, _columns.Case);
        }

        if (key.Reused)
        {
            _faults.Note(FaultKind.SequenceReused, _csv.Line, candidate.Value);
        }

        if (_csv.Count != _columns.Count)
        {
            NoteColumns();
        }

        var (order, outOfOrder) = Cases.Take(candidate.Value, at, seq, _csv.Line);
        if (outOfOrder)
        {
            _faults.Note(FaultKind.OutOfOrder, _csv.Line, candidate.Value);
        }

        return new HostFact
        {
            Candidate = candidate,
            EventId = key.Id,
            OccurredAt = at,
            SourceOrder = order,
            Fact = rule.FactOf(JobApplicationId.From(candidate.Value)),
        };
    }

    private bool HasColumns()
    {
        if (_csv.Fault is { } fault)
        {
            _faults.Note(FaultKind.UnreadableLine, _csv.Line, fault);
            return false;
        }

        if (_csv.Count > _columns.LastNeeded)
        {
            return true;
        }

        NoteColumns();
        return false;
    }

    private void NoteColumns() => _faults.Note(
        FaultKind.WrongColumns,
        _csv.Line,
        _faults.Keeps(FaultKind.WrongColumns) ? $"{_csv.Count} in place of {_columns.Count}" : default);

    private bool TryReadSeq(out long? seq)
    {
        var text = _columns.Seq >= 0 && _columns.Seq < _csv.Count ? _csv[_columns.Seq].Trim() : default;
        var valid = long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number);
        seq = valid ? number : null;
        return valid || text.IsEmpty;
    }

    private Actor ReadActor()
    {
        var text = _columns.Resource >= 0 && _columns.Resource < _csv.Count ? _csv[_columns.Resource] : default;
        if (text.IsWhiteSpace())
        {
            return Actor.Host;
        }

        if (PersonId.TryFrom(text.ToString(), out var person))
        {
            return Actor.Of(person);
        }

        _faults.Note(FaultKind.BadResource, _csv.Line, text);
        return Actor.Host;
    }

    private HostFact? LeftOut(FaultKind kind, int column)
    {
        _faults.Note(kind, _csv.Line, _csv[column]);
        return null;
    }
}
