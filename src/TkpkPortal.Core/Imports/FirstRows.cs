namespace TkpkPortal.Core.Imports;

/// <summary>At which row of the file a number stood first. Twelve bytes a number: a million of them fit where a dictionary of strings would not.</summary>
internal sealed class FirstRows
{
    private ulong[] _keys = new ulong[1 << 14];
    private int[] _rows = new int[1 << 14];
    private int _count;

    /// <summary>0 when the number is new; else the row where it stood first.</summary>
    public int SeenAt(ulong key, int row)
    {
        if (key == 0) key = 1;
        if (_count * 4 > _keys.Length * 3) Grow();
        var at = Slot(_keys, key);
        if (_keys[at] == key) return _rows[at];
        (_keys[at], _rows[at]) = (key, row);
        _count++;
        return 0;
    }

    private static int Slot(ulong[] keys, ulong key)
    {
        var at = (int)((key * 0x9E3779B97F4A7C15) >> 32) & (keys.Length - 1);
        while (keys[at] != 0 && keys[at] != key) at = (at + 1) & (keys.Length - 1);
        return at;
    }

    private void Grow()
    {
        var (keys, rows) = (new ulong[_keys.Length * 2], new int[_keys.Length * 2]);
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == 0) continue;
            var at = Slot(keys, _keys[i]);
            (keys[at], rows[at]) = (_keys[i], _rows[i]);
        }

        (_keys, _rows) = (keys, rows);
    }
}
